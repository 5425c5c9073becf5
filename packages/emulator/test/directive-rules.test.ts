import { describe, expect, it } from 'vitest'
import type { DeviceOptions, EmulatorOptions } from '../src/index.js'
import { checkResponse } from '../src/rules/check-response.js'
import { directiveTable } from '../src/rules/directive-table.js'
import type { ResponseContext } from '../src/rules/response-rule.js'
import { readResponse } from '../src/wire/response.js'
import { acceptedDirectives, everyDevice, intent, stream } from './accepted-directives.js'
import { say } from './scripted-skill.js'
import { started } from './started.js'

const violationsOf = (directive: object, changed: Partial<ResponseContext> = {}) =>
  checkResponse(readResponse({ version: '1.0', response: { directives: [directive] } }), { ...everyDevice, ...changed })

const apl = 'Alexa.Presentation.APL'

describe('a directive that Alexa accepts', () => {
  it.each(acceptedDirectives.map((directive) => [directive.type, directive] as const))('is %s', (_type, directive) => {
    expect(violationsOf(directive)).toEqual([])
  })

  it('is in the table, with its source', () => {
    expect(new Set(acceptedDirectives.map(({ type }) => type))).toEqual(new Set(Object.keys(directiveTable)))
    for (const { source, read } of Object.values(directiveTable)) {
      expect(source).toMatch(/^https:\/\/(?:developer\.amazon\.com|github\.com)\//)
      expect(read).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  it('may be for a dialog if no interaction model is known, and for a screen if no device is known', () => {
    const unknown = { dialogIntents: undefined, supportedInterfaces: undefined }
    for (const directive of acceptedDirectives) expect(violationsOf(directive, unknown), directive.type).toEqual([])
  })

  it('may delegate to an intent of the dialog model after a launch', () => {
    const launch = { requestType: 'LaunchRequest', intent: undefined }
    expect(violationsOf({ type: 'Dialog.Delegate', updatedIntent: intent }, launch)).toEqual([])
  })
})

const play = (changed: object, playBehavior = 'REPLACE_ALL') => ({
  type: 'AudioPlayer.Play',
  playBehavior,
  audioItem: { stream: { ...stream, ...changed } },
})
const connection = (uri: unknown) => ({ type: 'Connections.StartConnection', uri, input: {} })

describe('a directive that Alexa rejects', () => {
  it.each<[rule: string, directive: object, message: string]>([
    ['directive-unknown', { type: 'AudioPlayer.Pause' }, 'Unknown directive "AudioPlayer.Pause".'],
    ['directive-unknown', { type: 'Dialog.Deleget' }, 'Did you mean "Dialog.Delegate"?'],
    ['directive-unknown', { type: `${apl}.RenderDocuments`, document: {} }, `Did you mean "${apl}.RenderDocument"?`],
    ['directive-unknown', { type: 'toString' }, 'Unknown directive "toString".'],
    ['directive-unknown', { type: 'VoicePlayer.Speak', speech: 'Hi' }, 'Unknown directive "VoicePlayer.Speak".'],
    ['directive-member', { type: 'AudioPlayer.Play' }, 'playBehavior must be one of ENQUEUE, REPLACE_ALL'],
    ['directive-member', { type: 'AudioPlayer.Play', playBehavior: 'REPLACE_ALL' }, 'audioItem.stream.url must be'],
    ['directive-member', play({ url: 'http://example.com/a.mp3' }), 'audioItem.stream.url must be an https URL'],
    ['directive-member', play({ token: undefined }), 'audioItem.stream.token must be a string of 1 to 1024 characters'],
    ['directive-member', play({ token: 'a'.repeat(1025) }), 'audioItem.stream.token must be'],
    ['directive-member', play({ offsetInMilliseconds: -1 }), 'offsetInMilliseconds must be a whole number'],
    [
      'directive-member',
      play({}, 'ENQUEUE'),
      'expectedPreviousToken must be a string, because playBehavior is ENQUEUE',
    ],
    ['directive-member', { type: 'AudioPlayer.ClearQueue' }, 'clearBehavior must be one of CLEAR_ENQUEUED, CLEAR_ALL'],
    ['directive-member', { type: 'VideoApp.Launch' }, 'videoItem.source must be an https URL'],
    ['directive-member', { type: `${apl}.RenderDocument`, token: 'a' }, 'document must be an object'],
    ['directive-member', { type: `${apl}.RenderDocument`, document: '{}' }, 'document must be an object'],
    ['directive-member', { type: `${apl}.ExecuteCommands`, commands: [] }, 'token must be a non-empty string'],
    ['directive-member', { type: 'Dialog.ElicitSlot' }, 'slotToElicit must be a non-empty string'],
    ['directive-member', { type: 'Dialog.ConfirmSlot', slotToElicit: 'date' }, 'slotToConfirm must be'],
    ['directive-member', { type: 'Dialog.UpdateDynamicEntities' }, 'updateBehavior must be one of REPLACE, CLEAR'],
    [
      'directive-member',
      { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'REPLACE' },
      'types must be an array, because updateBehavior is REPLACE',
    ],
    ['directive-member', { type: 'Connections.SendRequest', payload: {} }, 'name must be a non-empty string'],
    ['directive-member', { type: 'Tasks.CompleteTask' }, 'status.code must be there'],
    ['directive-member', { type: 'GameEngine.StartInputHandler', timeout: 1 }, 'recognizers must be an object'],
    ['directive-member', connection(undefined), 'uri must be a non-empty string'],
    ['directive-member', connection(null), 'uri must be a non-empty string'],
    ['connection-uri', connection('AMAZON.PrintPDF/1'), 'must be connection://AMAZON.<task>/<version>'],
    ['connection-uri', connection('connection://AMAZON.PrintPDF'), 'must be connection://AMAZON.<task>/<version>'],
    ['connection-uri', connection('connection://Amazon.PrintPDF/1'), 'must have AMAZON in capital letters'],
    [
      'connection-uri',
      connection('connection://AMAZON.AskForPermissionConsent/2'),
      'Did you mean "AskForPermissionsConsent"?',
    ],
    ['connection-uri', connection('connection://AMAZON.PrintPdf/1'), 'Did you mean "PrintPDF"?'],
  ])('breaks %s: %j', (rule, directive, message) => {
    const violations = violationsOf(directive)
    expect(violations).toHaveLength(1)
    expect(violations).toMatchObject([
      { rule, message: expect.stringContaining(message), source: expect.stringMatching(/^https:/) },
    ])
  })

  const withInterface = acceptedDirectives.filter(({ type }) => directiveTable[type]?.interface !== undefined)
  it.each(withInterface.map((directive) => [directive.type, directive] as const))(
    'is %s on a device without its interface',
    (type, directive) => {
      expect(violationsOf(directive, { supportedInterfaces: {} })).toMatchObject([
        { rule: 'directive-interface', message: expect.stringContaining(`does not support ${type}`) },
      ])
    },
  )

  const ofDialog = acceptedDirectives.filter(({ type }) => directiveTable[type]?.dialog)
  it.each(ofDialog.map((directive) => [directive.type, directive] as const))(
    'is %s without a dialog model, or with a dialog model without the intent',
    (type, directive) => {
      for (const dialogIntents of [new Set<string>(), new Set(['OtherIntent'])]) {
        expect(violationsOf(directive, { dialogIntents })).toMatchObject([
          { rule: 'directive-dialog', alexaMessage: `The following directives are not supported: ${type}` },
        ])
      }
    },
  )

  it("links its directive's page", () => {
    expect(violationsOf({ type: 'AudioPlayer.Play' })[0]?.source).toContain('audioplayer-interface-reference')
    expect(violationsOf(play({ url: 'http://example.com/a.mp3' }))[0]?.alexaMessage).toBe(
      'The URL specified in the Play directive must be HTTPS',
    )
  })
})

describe('a device', () => {
  const showing = { type: `${apl}.RenderDocument`, document: { type: 'APL', version: '2024.3', mainTemplate: {} } }
  const playing = { type: 'AudioPlayer.Play', playBehavior: 'REPLACE_ALL', audioItem: { stream } }
  const rulesOn = async (directive: object, options: EmulatorOptions = {}, device: DeviceOptions = {}) => {
    const emulator = await started(options)
    const turn = await emulator.device(() => say('Hi', { directives: [directive] }), device).intent('BookIntent')
    return turn.violations.map(({ rule }) => rule)
  }

  it('accepts directives that its kind supports', async () => {
    expect(await rulesOn(playing)).toEqual([])
    expect(await rulesOn(showing)).toEqual(['directive-interface'])
    expect(await rulesOn(showing, {}, { kind: 'echo-show' })).toEqual([])
    expect(await rulesOn(playing, {}, { supportedInterfaces: {} })).toEqual(['directive-interface'])
  })

  it('continues a dialog of the interaction model, or any dialog without a model', async () => {
    const model = (dialog: object) => ({
      skill: {
        interactionModels: {
          'en-US': {
            interactionModel: {
              languageModel: {
                invocationName: 'table talk',
                intents: [{ name: 'BookIntent', samples: ['book'], slots: [{ name: 'date', type: 'AMAZON.DATE' }] }],
              },
              ...dialog,
            },
          },
        },
      },
    })
    const asking = { type: 'Dialog.ElicitSlot', slotToElicit: 'date' }
    expect(await rulesOn(asking)).toEqual([])
    expect(await rulesOn(asking, model({}))).toEqual(['directive-dialog'])
    expect(await rulesOn(asking, model({ dialog: { intents: [{ name: 'OtherIntent' }] } }))).toEqual([
      'directive-dialog',
    ])
    const dialog = { intents: [{ name: 'BookIntent' }] }
    expect(await rulesOn(asking, model({ dialog }))).toEqual([])
    expect(await rulesOn({ ...asking, slotToElicit: 'time' }, model({ dialog }))).toEqual(['directive-dialog'])
  })
})
