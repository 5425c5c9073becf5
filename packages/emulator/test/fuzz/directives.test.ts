import assert from 'node:assert'
import fc from 'fast-check'
import { afterAll, beforeAll } from 'vitest'
import { fuzz } from '../../../core/test/support/fuzz.js'
import { mutated } from '../../../core/test/support/hostile.js'
import {
  type ConsentAnswer,
  type Device,
  type Emulator,
  isEmulatorError,
  startEmulator,
  type Turn,
} from '../../src/index.js'
import { checkResponse, ruleNames } from '../../src/rules/check-response.js'
import { directiveTable } from '../../src/rules/directive-table.js'
import type { ResponseContext } from '../../src/rules/response-rule.js'
import { readResponse } from '../../src/wire/response.js'
import { acceptedDirectives, everyDevice } from '../accepted-directives.js'
import { dialogModel } from '../pizza-model.js'

const accepted = fc.constantFrom(...acceptedDirectives)
const responseWith = (directives: readonly unknown[]) => ({ version: '1.0', response: { directives } })

/** Each directive that Alexa accepts, with each member that it requires. */
const required = acceptedDirectives.flatMap((directive) =>
  Object.entries(directiveTable[directive.type]?.members ?? {})
    .filter(([, { isOptional }]) => !isOptional)
    .map(([path]) => ({ directive, path: path.split('.') })),
)

fuzz(
  'reports a directive without a required member, among any other directives',
  fc.property(
    fc.constantFrom(...required),
    fc.boolean(),
    fc.array(accepted, { maxLength: 4 }),
    fc.array(accepted, { maxLength: 4 }),
    ({ directive, path }, isNull, before, after) => {
      const broken = structuredClone(directive)
      const parent = path.slice(0, -1).reduce<Record<string, unknown>>((part, name) => part[name] as never, broken)
      const last = path.at(-1) ?? ''
      if (isNull) parent[last] = null
      else delete parent[last]
      const violations = checkResponse(readResponse(responseWith([...before, broken, ...after])), everyDevice)
      const found = violations.find(({ rule }) => rule === 'directive-member')
      assert(found?.message.startsWith(`${directive.type}: ${path.join('.')} must be `), found?.message)
    },
  ),
  200,
)

const json = fc.jsonValue({ stringUnit: 'binary' })
const names = fc.constantFrom(...Object.keys(directiveTable), 'Dialog.Deleget', '__proto__', 'constructor', '')
const parts = fc.oneof(json, names, fc.constantFrom('OrderIntent', 'size', 'ham', 'connection://AMAZON.PrintPDF/1'))
const invented = fc.record({ type: fc.oneof(names, json), updatedIntent: json }, { requiredKeys: ['type'] })
const directives = fc.array(
  fc.oneof(
    accepted.chain((directive) => mutated(directive, parts)),
    invented,
  ),
  { maxLength: 4 },
)
const shapes = {
  version: '1.0',
  sessionAttributes: {},
  response: {
    outputSpeech: { type: 'PlainText', text: 'Hello.' },
    reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Still there?</speak>' } },
    card: { type: 'Simple', title: 'A', content: 'B' },
    directives: [],
    shouldEndSession: false,
  },
}
const responses = fc.tuple(mutated(shapes, json), directives).map(([response, sent]): unknown => {
  const { response: body } = response as typeof shapes
  if (typeof body === 'object' && body !== null) Object.assign(body, { directives: sent })
  return JSON.parse(JSON.stringify(response))
})

const situations = fc.record<Partial<ResponseContext>>({
  requestType: fc.constantFrom('LaunchRequest', 'IntentRequest', 'SessionEndedRequest', 'AlexaSkillEvent.SkillEnabled'),
  hasSession: fc.boolean(),
  supportedInterfaces: fc.constantFrom(undefined, {}, everyDevice.supportedInterfaces),
  intent: fc.constantFrom(undefined, 'BookIntent', 'OtherIntent'),
  dialogIntents: fc.constantFrom(undefined, new Set<string>(), everyDevice.dialogIntents),
  slotsOf: fc.constantFrom(
    undefined,
    () => [],
    () => ['date'],
  ),
})

fuzz(
  'explains each rule that a response breaks, and reports an unknown directive, for any directives',
  fc.property(responses, situations, (returned, situation) => {
    const response = readResponse(returned)
    const violations = checkResponse(response, { ...everyDevice, ...situation })
    for (const { rule, message, source } of violations) {
      assert(ruleNames.includes(rule), rule)
      assert(message.length > 10 && !message.includes('[object'), message)
      assert(source?.startsWith('https://'))
    }
    assert(new Set(violations.map(({ rule }) => rule)).size === violations.length, 'a rule is reported twice')
    if (response.envelope === undefined) return
    const isUnknown = response.directives.some(({ type }) => !Object.hasOwn(directiveTable, type))
    assert.strictEqual(
      violations.some(({ rule }) => rule === 'directive-unknown'),
      isUnknown,
    )
  }),
  250,
)

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ skill: { interactionModels: { 'en-US': dialogModel('SKILL_RESPONSE', true) } } })
})
afterAll(() => emulator.close())

type Step = (device: Device) => Promise<Turn>
const steps: readonly Step[] = [
  (device) => device.open(),
  (device) => device.intent('OrderIntent', { size: 'large' }),
  (device) => device.intent('AMAZON.YesIntent'),
  (device) => device.say('huge'),
  (device) => device.say('no'),
  (device) => device.silence(),
  ...(['accept', 'deny', 'redirect', 'failure'] satisfies ConsentAnswer[]).map(
    (answer): Step =>
      (device) =>
        device.answerConsent(answer),
  ),
]
const misuse = ['session-not-open', 'consent-not-pending', 'not-understood']

fuzz(
  'ends each turn for any response of a skill, and closes the session if it breaks a rule',
  fc.asyncProperty(
    fc.array(fc.tuple(fc.constantFrom(...steps), responses), { minLength: 1, maxLength: 5 }),
    async (conversation) => {
      let returned: unknown
      const device = emulator.device(() => returned)
      for (const [step, response] of conversation) {
        returned = response
        try {
          const turn = await step(device)
          assert.strictEqual(device.sessionOpen, turn.sessionOpen)
          if (turn.violations.length === 0) continue
          assert.deepStrictEqual([turn.sessionOpen, turn.directives, turn.card], [false, [], undefined])
        } catch (error) {
          if (!isEmulatorError(error)) throw error
          assert(misuse.includes(error.code), error.message)
        }
      }
    },
  ),
  40,
)
