import type { Directive } from '../wire/response.js'
import {
  atMost,
  count,
  httpsUrl,
  list,
  type MemberCheck,
  object,
  oneOf,
  optional,
  present,
  text,
} from './member-check.js'

/** What a directive must have so that Alexa does not reject the response. */
export interface DirectiveNeeds {
  /** The page that states it, and the day on which it was read. */
  readonly source: string
  readonly read: '2026-11-29'
  /** The interface that the device must support, as a key of `context.System.device.supportedInterfaces`. */
  readonly interface?: string
  /** Whether the interaction model must have a dialog model with the intent. */
  readonly dialog?: true
  /** The checks of members, by path. */
  readonly members?: Readonly<Record<string, MemberCheck>>
  /** Returns another problem of this directive, or undefined. */
  readonly problem?: (directive: Directive) => string | undefined
}

const docs = 'https://developer.amazon.com/en-US/docs/alexa'
const audioPlayer = {
  source: `${docs}/custom-skills/audioplayer-interface-reference.html`,
  read: '2026-11-29',
} as const
const videoApp = { source: `${docs}/custom-skills/videoapp-interface-reference.html`, read: '2026-11-29' } as const
const display = { source: `${docs}/custom-skills/display-interface-reference.html`, read: '2026-11-29' } as const
const apl = { source: `${docs}/alexa-presentation-language/apl-interface.html`, read: '2026-11-29' } as const
const apla = { source: `${docs}/alexa-presentation-language/apla-interface.html`, read: '2026-11-29' } as const
const aplt = { source: `${docs}/alexa-presentation-language/aplt-interface.html`, read: '2026-11-29' } as const
const web = { source: `${docs}/web-api-for-games/alexa-presentation-html-interface.html`, read: '2026-11-29' } as const
const dialog = { source: `${docs}/custom-skills/dialog-interface-reference.html`, read: '2026-11-29' } as const
const entities = {
  source: `${docs}/custom-skills/use-dynamic-entities-for-customized-interactions.html`,
  read: '2026-11-29',
} as const
const connections = {
  source: `${docs}/custom-skills/use-skill-connections-to-request-tasks.html`,
  read: '2026-11-29',
} as const
const purchases = { source: `${docs}/in-skill-purchase/add-isps-to-a-skill.html`, read: '2026-11-29' } as const
const gadgets = {
  source: `${docs}/gadget-skills/gadgetcontroller-interface-reference.html`,
  read: '2026-11-29',
} as const
const games = { source: `${docs}/gadget-skills/gameengine-interface-reference.html`, read: '2026-11-29' } as const
const custom = { source: `${docs}/alexa-gadgets-toolkit/custom-interface.html`, read: '2026-11-29' } as const
/** The source for directives that do not have a page. */
const model = {
  source: 'https://github.com/alexa/alexa-apis-for-nodejs/blob/master/ask-sdk-model/index.ts',
  read: '2026-11-29',
} as const

/**
 * Every directive of a custom skill. `members` has those that the pages and Amazon's types require, except those that
 * skills often leave out without harm.
 */
export const directiveTable: Readonly<Record<string, DirectiveNeeds>> = {
  'AudioPlayer.Play': {
    ...audioPlayer,
    interface: 'AudioPlayer',
    members: {
      playBehavior: oneOf('ENQUEUE', 'REPLACE_ALL', 'REPLACE_ENQUEUED'),
      'audioItem.stream.url': httpsUrl,
      'audioItem.stream.token': atMost(1024),
      'audioItem.stream.offsetInMilliseconds': optional(count),
    },
    problem: ({ playBehavior, audioItem }) => {
      const { stream } = audioItem as { readonly stream: Readonly<Record<string, unknown>> }
      const isEnqueued = playBehavior === 'ENQUEUE'
      return isEnqueued && typeof stream.expectedPreviousToken !== 'string'
        ? 'audioItem.stream.expectedPreviousToken must be a string, because playBehavior is ENQUEUE'
        : undefined
    },
  },
  'AudioPlayer.Stop': { ...audioPlayer, interface: 'AudioPlayer' },
  'AudioPlayer.ClearQueue': {
    ...audioPlayer,
    interface: 'AudioPlayer',
    members: { clearBehavior: oneOf('CLEAR_ENQUEUED', 'CLEAR_ALL') },
  },
  'VideoApp.Launch': { ...videoApp, interface: 'VideoApp', members: { 'videoItem.source': httpsUrl } },
  'Display.RenderTemplate': { ...display, interface: 'Display', members: { 'template.type': text } },
  Hint: { ...display, interface: 'Display', members: { 'hint.text': text } },
  'Alexa.Presentation.APL.RenderDocument': {
    ...apl,
    interface: 'Alexa.Presentation.APL',
    members: { document: object, token: optional(text), datasources: optional(object) },
  },
  'Alexa.Presentation.APL.ExecuteCommands': {
    ...apl,
    interface: 'Alexa.Presentation.APL',
    members: { token: text, commands: list },
  },
  'Alexa.Presentation.APL.SendIndexListData': {
    ...apl,
    interface: 'Alexa.Presentation.APL',
    members: { listId: text, startIndex: present },
  },
  'Alexa.Presentation.APL.SendTokenListData': {
    ...apl,
    interface: 'Alexa.Presentation.APL',
    members: { listId: text, pageToken: text },
  },
  'Alexa.Presentation.APL.UpdateIndexListData': {
    ...apl,
    interface: 'Alexa.Presentation.APL',
    members: { listId: text, listVersion: present, operations: list },
  },
  // allowed on every device, because requests do not name an interface for APL for audio
  'Alexa.Presentation.APLA.RenderDocument': { ...apla, members: { document: object, datasources: optional(object) } },
  'Alexa.Presentation.APLT.RenderDocument': {
    ...aplt,
    interface: 'Alexa.Presentation.APLT',
    members: { document: object, datasources: optional(object) },
  },
  'Alexa.Presentation.APLT.ExecuteCommands': {
    ...aplt,
    interface: 'Alexa.Presentation.APLT',
    members: { token: text, commands: list },
  },
  'Alexa.Presentation.HTML.Start': {
    ...web,
    interface: 'Alexa.Presentation.HTML',
    members: { 'request.uri': httpsUrl, configuration: optional(object) },
  },
  'Alexa.Presentation.HTML.HandleMessage': {
    ...web,
    interface: 'Alexa.Presentation.HTML',
    members: { message: present },
  },
  'Dialog.Delegate': { ...dialog, dialog: true, members: { updatedIntent: optional(object) } },
  'Dialog.ElicitSlot': { ...dialog, dialog: true, members: { slotToElicit: text, updatedIntent: optional(object) } },
  'Dialog.ConfirmSlot': { ...dialog, dialog: true, members: { slotToConfirm: text, updatedIntent: optional(object) } },
  'Dialog.ConfirmIntent': { ...dialog, dialog: true, members: { updatedIntent: optional(object) } },
  'Dialog.UpdateDynamicEntities': {
    ...entities,
    members: { updateBehavior: oneOf('REPLACE', 'CLEAR') },
    problem: ({ updateBehavior, types }) =>
      updateBehavior === 'REPLACE' && !Array.isArray(types)
        ? 'types must be an array, because updateBehavior is REPLACE'
        : undefined,
  },
  'Dialog.DelegateRequest': { ...model, members: { target: text, 'period.until': text } },
  'Conversations.ResetContext': model,
  'Connections.StartConnection': { ...connections, members: { uri: text, input: optional(object) } },
  'Connections.SendRequest': { ...purchases, members: { name: text, payload: optional(object) } },
  'Connections.SendResponse': { ...model, members: { 'status.code': present } },
  'Tasks.CompleteTask': { ...connections, members: { 'status.code': present, 'status.message': optional(text) } },
  'GadgetController.SetLight': { ...gadgets, members: { parameters: object, targetGadgets: optional(list) } },
  'GameEngine.StartInputHandler': { ...games, members: { timeout: count, recognizers: object, events: object } },
  'GameEngine.StopInputHandler': { ...games, members: { originatingRequestId: text } },
  'CustomInterfaceController.SendDirective': {
    ...custom,
    members: { 'header.namespace': text, 'header.name': text, 'endpoint.endpointId': text },
  },
  'CustomInterfaceController.StartEventHandler': {
    ...custom,
    members: { token: optional(text), expiration: optional(object) },
  },
  'CustomInterfaceController.StopEventHandler': { ...custom, members: { token: optional(text) } },
  'Alexa.Advertisement.InjectAds': model,
  'Alexa.SmartVision.SnapshotProvider.GetSnapshotDirective': model,
  'Navigation.Assistance.AnnounceRoadRegulation': { ...model, interface: 'Navigation' },
}
