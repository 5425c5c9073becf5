import { directiveTable } from '../src/rules/directive-table.js'
import type { ResponseContext } from '../src/rules/response-rule.js'

/** A device that supports everything, and an interaction model with a dialog. */
export const everyDevice: ResponseContext = {
  requestType: 'IntentRequest',
  hasSession: true,
  declaredScopes: new Set(['alexa::profile:email:read']),
  supportedInterfaces: Object.fromEntries(
    Object.values(directiveTable).flatMap(({ interface: name }) => (name === undefined ? [] : [[name, {}]])),
  ),
  intent: 'BookIntent',
  dialogIntents: new Set(['BookIntent']),
}

export const stream = { url: 'https://example.com/a.mp3', token: 'a', offsetInMilliseconds: 0 }
export const intent = { name: 'BookIntent', confirmationStatus: 'NONE', slots: {} }
const apl = 'Alexa.Presentation.APL'

/** Directives from Amazon's pages and samples. */
export const acceptedDirectives: readonly { readonly type: string; readonly [member: string]: unknown }[] = [
  { type: 'AudioPlayer.Play', playBehavior: 'REPLACE_ALL', audioItem: { stream } },
  {
    type: 'AudioPlayer.Play',
    playBehavior: 'REPLACE_ALL',
    audioItem: { stream: { ...stream, expectedPreviousToken: null }, metadata: { title: 'A' } },
  },
  {
    type: 'AudioPlayer.Play',
    playBehavior: 'ENQUEUE',
    audioItem: { stream: { ...stream, expectedPreviousToken: 'before' } },
  },
  { type: 'AudioPlayer.Play', playBehavior: 'REPLACE_ENQUEUED', audioItem: { stream } },
  { type: 'AudioPlayer.Stop' },
  { type: 'AudioPlayer.ClearQueue', clearBehavior: 'CLEAR_ENQUEUED' },
  { type: 'AudioPlayer.ClearQueue', clearBehavior: 'CLEAR_ALL' },
  { type: 'VideoApp.Launch', videoItem: { source: 'https://example.com/a.mp4', metadata: { title: 'A' } } },
  { type: 'Display.RenderTemplate', template: { type: 'BodyTemplate1', token: 'a', backButton: 'VISIBLE' } },
  { type: 'Hint', hint: { type: 'PlainText', text: 'open table talk' } },
  {
    type: `${apl}.RenderDocument`,
    token: 'a',
    document: { type: 'APL', version: '2024.3', mainTemplate: {} },
    datasources: {},
  },
  { type: `${apl}.RenderDocument`, document: { type: 'Link', src: 'doc://alexa/apl/documents/booking' } },
  { type: `${apl}.ExecuteCommands`, token: 'a', commands: [{ type: 'Idle' }] },
  { type: `${apl}.SendIndexListData`, listId: 'a', startIndex: 0, items: [], correlationToken: 'b' },
  { type: `${apl}.SendTokenListData`, listId: 'a', pageToken: 'b', items: [] },
  { type: `${apl}.UpdateIndexListData`, token: 'a', listId: 'b', listVersion: 1, operations: [] },
  { type: `${apl}A.RenderDocument`, token: 'a', document: { type: 'APLA', version: '0.91', mainTemplate: {} } },
  { type: `${apl}T.RenderDocument`, token: 'a', targetProfile: 'FOUR_CHARACTER_CLOCK', document: { type: 'APLT' } },
  { type: `${apl}T.ExecuteCommands`, token: 'a', commands: [] },
  {
    type: 'Alexa.Presentation.HTML.Start',
    request: { uri: 'https://example.com/game', method: 'GET' },
    configuration: { timeoutInSeconds: 300 },
  },
  { type: 'Alexa.Presentation.HTML.HandleMessage', message: { go: true } },
  { type: 'Dialog.Delegate' },
  { type: 'Dialog.Delegate', updatedIntent: intent },
  { type: 'Dialog.ElicitSlot', slotToElicit: 'date', updatedIntent: intent },
  { type: 'Dialog.ConfirmSlot', slotToConfirm: 'date' },
  { type: 'Dialog.ConfirmIntent', updatedIntent: intent },
  {
    type: 'Dialog.UpdateDynamicEntities',
    updateBehavior: 'REPLACE',
    types: [{ name: 'Dish', values: [{ id: '1', name: { value: 'soup', synonyms: ['broth'] } }] }],
  },
  { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR' },
  {
    type: 'Dialog.DelegateRequest',
    target: 'AMAZON.Conversations',
    period: { until: 'EXPLICIT_RETURN' },
    updatedRequest: { type: 'Dialog.InputRequest', input: { name: 'order' } },
  },
  { type: 'Conversations.ResetContext' },
  {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.PrintPDF/1',
    input: { '@type': 'PrintPDFRequest', '@version': '1', title: 'A', url: 'https://example.com/a.pdf' },
    token: 'none',
  },
  { type: 'Connections.StartConnection', uri: 'connection://AMAZON.VerifyPerson/2', input: {} },
  { type: 'Connections.StartConnection', uri: 'connection://AMAZON.LinkApp/2', input: {} },
  {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.ScheduleFoodEstablishmentReservation/1',
    input: {},
    onCompletion: 'SEND_ERRORS_ONLY',
  },
  { type: 'Connections.StartConnection', uri: 'connection://AMAZON.TaskOfTheFuture/1', input: {} },
  {
    type: 'Connections.StartConnection',
    uri: 'connection://amzn1.ask.skill.42a1-b.BookTable/1?provider=amzn1.ask.skill.42a1-b',
    input: {},
  },
  { type: 'Connections.SendRequest', name: 'Buy', payload: { InSkillProduct: { productId: 'a' } }, token: 'b' },
  { type: 'Connections.SendRequest', name: 'Upsell', payload: { upsellMessage: 'More?' }, token: 'b' },
  {
    type: 'Connections.SendRequest',
    name: 'AskFor',
    payload: { '@type': 'AskForPermissionsConsentRequest', '@version': '1' },
    token: '',
  },
  { type: 'Connections.SendResponse', status: { code: '200', message: 'OK' }, payload: {} },
  { type: 'Tasks.CompleteTask', status: { code: '200', message: 'OK' }, result: { tables: 1 } },
  { type: 'Tasks.CompleteTask', status: { code: 200, message: 'OK' } },
  {
    type: 'GadgetController.SetLight',
    version: 1,
    targetGadgets: [],
    parameters: { triggerEvent: 'none', triggerEventTimeMs: 0, animations: [] },
  },
  { type: 'GameEngine.StartInputHandler', timeout: 5000, recognizers: {}, events: {}, proxies: [] },
  { type: 'GameEngine.StopInputHandler', originatingRequestId: 'amzn1.echo-api.request.1' },
  {
    type: 'CustomInterfaceController.SendDirective',
    header: { namespace: 'Custom.Robot', name: 'Spin' },
    endpoint: { endpointId: 'amzn1.ask.endpoint.1' },
    payload: {},
  },
  {
    type: 'CustomInterfaceController.StartEventHandler',
    token: 'a',
    expiration: { durationInMilliseconds: 5000 },
  },
  { type: 'CustomInterfaceController.StopEventHandler', token: 'a' },
  { type: 'Alexa.Advertisement.InjectAds', expectedPreviousToken: 'a' },
  { type: 'Alexa.SmartVision.SnapshotProvider.GetSnapshotDirective' },
  { type: 'Navigation.Assistance.AnnounceRoadRegulation' },
]
