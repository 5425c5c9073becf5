import assert from 'node:assert'
import fc from 'fast-check'
import { fuzz } from '../../../core/test/support/fuzz.js'
import { type Device, startEmulator, type Turn } from '../../src/index.js'
import { say } from '../scripted-skill.js'

type ValueOf<Generator> = Generator extends fc.Arbitrary<infer Value> ? Value : never

const intentName = 'OrderIntent'
const names = ['first', 'second', 'third', 'fourth'] as const

/** What customers answer for each type. Several slots may have the same type. */
const valuesOf = {
  SIZE: ['small', 'large'],
  DISH: ['soup', 'salad', 'fish'],
  'AMAZON.NUMBER': ['3', '12'],
} as const

const dialogs = fc.record({
  slots: fc.array(
    fc.record({
      type: fc.constantFrom('SIZE', 'DISH', 'AMAZON.NUMBER'),
      isElicited: fc.boolean(),
      isConfirmed: fc.boolean(),
      /** Whether Alexa asks again for a value outside of the type's list. */
      isValidated: fc.boolean(),
      /** Whether the first variation of the prompt quotes another slot, which may be unfilled. */
      quotes: fc.boolean(),
    }),
    { minLength: 1, maxLength: names.length },
  ),
  isConfirmed: fc.boolean(),
  delegationStrategy: fc.constantFrom('ALWAYS', 'SKILL_RESPONSE'),
})
type Dialog = ValueOf<typeof dialogs>

/** What the customer does when Alexa asks. After these, the customer gives a valid value or says yes. */
const moods = fc.array(
  fc.record({
    kind: fc.constantFrom('says', 'gives', 'gives-another', 'unknown-value', 'denies', 'mumbles'),
    pick: fc.nat(),
  }),
  { maxLength: 8 },
)
type Mood = ValueOf<typeof moods>[number]
const cooperative: Mood = { kind: 'says', pick: 0 }

/** What the skill asks by itself before it delegates. */
const ownQuestions = fc.array(
  fc.record({ type: fc.constantFrom('ElicitSlot', 'ConfirmSlot', 'ConfirmIntent'), pick: fc.nat() }),
  { maxLength: 3 },
)

interface SentRequest {
  readonly dialogState?: string
  readonly intent: {
    readonly confirmationStatus: string
    readonly slots: Readonly<Record<string, { readonly value?: string; readonly confirmationStatus: string }>>
  }
}

/** The slots of a dialog, with their names. */
const slotsOf = ({ slots }: Dialog) => slots.map((slot, index) => ({ ...slot, name: names[index] ?? 'first' }))

function modelOf(dialog: Dialog): object {
  const slots = slotsOf(dialog)
  const prompt = (id: string, ...values: readonly string[]) => ({
    id,
    variations: values.map((value) => ({ type: 'PlainText', value })),
  })
  const type = (name: 'SIZE' | 'DISH') => ({ name, values: valuesOf[name].map((value) => ({ name: { value } })) })
  return {
    languageModel: {
      invocationName: 'table talk',
      intents: [
        {
          name: intentName,
          samples: ['order something', '{first}'],
          slots: slots.map(({ name, type }) => ({ name, type })),
        },
      ],
      types: [type('SIZE'), type('DISH')],
    },
    dialog: {
      intents: [
        {
          name: intentName,
          delegationStrategy: dialog.delegationStrategy,
          confirmationRequired: dialog.isConfirmed,
          prompts: { confirmation: 'Confirm' },
          slots: slots.map(({ name, type, isElicited, isConfirmed, isValidated }) => ({
            name,
            type,
            elicitationRequired: isElicited,
            confirmationRequired: isConfirmed,
            prompts: { elicitation: `Ask.${name}`, confirmation: `Confirm.${name}` },
            validations:
              isValidated && type !== 'AMAZON.NUMBER'
                ? [{ type: 'hasEntityResolutionMatch', prompt: `Ask.${name}` }]
                : [],
          })),
        },
      ],
    },
    prompts: [
      prompt('Confirm', 'Confirm all?'),
      ...slots.map(({ name, quotes }) =>
        prompt(`Ask.${name}`, ...(quotes ? [`Ask ${name} after {first}?`] : []), `Ask ${name}?`),
      ),
      ...slots.map(({ name }) => prompt(`Confirm.${name}`, `Confirm ${name}?`)),
    ],
  }
}

/** Asks its own questions first, then delegates until the dialog is complete. */
function skillFor(dialog: Dialog, questions: ValueOf<typeof ownQuestions>) {
  const sent: SentRequest[] = []
  const open = [...questions]
  const skill = ({ request }: { request: SentRequest }) => {
    sent.push(request)
    if (request.dialogState === 'COMPLETED') return say('Done.', { shouldEndSession: true })
    const question = open.shift()
    if (question === undefined) return { version: '1.0', response: { directives: [{ type: 'Dialog.Delegate' }] } }
    const name = names[question.pick % dialog.slots.length] ?? 'first'
    const [speech, member] =
      question.type === 'ElicitSlot'
        ? [`Ask ${name}?`, { slotToElicit: name }]
        : question.type === 'ConfirmSlot'
          ? [`Confirm ${name}?`, { slotToConfirm: name }]
          : ['Confirm all?', {}]
    return say(speech, { directives: [{ type: `Dialog.${question.type}`, ...member }] })
  }
  return { skill, sent }
}

/** Answers what Alexa has asked, and records the values that the customer gave. */
function answer(device: Device, turn: Turn, dialog: Dialog, mood: Mood, given: Map<string, string>): Promise<Turn> {
  const [, verb, asked = ''] = /^(Ask|Confirm) (\w+)/.exec(turn.speech ?? '') ?? []
  assert(verb !== undefined, `Alexa asks nothing: ${turn.speech}`)
  if (verb === 'Confirm') {
    if (mood.kind === 'mumbles') return device.say('umbrella')
    if (mood.kind === 'denies') return device.say('no')
    return mood.kind === 'gives' ? device.intent('AMAZON.YesIntent') : device.say('yes')
  }
  const slots = slotsOf(dialog)
  const slot = slots.find(({ name }) => name === asked)
  assert(slot !== undefined, `Alexa asks for ${asked}`)
  const valueFor = ({ type }: (typeof slots)[number]) => valuesOf[type][mood.pick % valuesOf[type].length] ?? ''
  const isListed = slot.type !== 'AMAZON.NUMBER'
  const value = mood.kind === 'unknown-value' && isListed ? 'umbrella' : valueFor(slot)
  given.set(asked, value)
  if (mood.kind === 'gives') return device.intent(intentName, { [asked]: value })
  if (mood.kind !== 'gives-another') return device.say(value)
  const other = slots[mood.pick % slots.length] ?? slot
  if (other.name !== asked) given.set(other.name, valueFor(other))
  return device.intent(intentName, { [asked]: value, [other.name]: other.name === asked ? value : valueFor(other) })
}

const filled = ({ intent }: SentRequest) =>
  Object.fromEntries(
    Object.entries(intent.slots).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
  )

fuzz(
  'ends every dialog with what the customer said for each slot, and with every confirmation that the model requires',
  fc.asyncProperty(dialogs, moods, ownQuestions, async (dialog, customerMoods, questions) => {
    const emulator = await startEmulator({ skill: { interactionModels: { 'en-US': modelOf(dialog) } } })
    try {
      const { skill, sent } = skillFor(dialog, questions)
      const device = emulator.device(skill)
      const given = new Map<string, string>()
      const left = [...customerMoods]
      let turn = await device.intent(intentName)
      // Each mood costs a question, and so does each slot, its confirmation and that of the intent.
      const mostTurns = customerMoods.length + questions.length + 3 * names.length + 2
      for (let turns = 0; turn.sessionOpen; turns += 1) {
        assert(turns < mostTurns, `still open after ${turns} turns: ${turn.speech}`)
        assert.deepStrictEqual(turn.violations, [])
        turn = await answer(device, turn, dialog, left.shift() ?? cooperative, given)
        const last = sent.at(-1)
        if (turn.request !== undefined && last) assert.deepStrictEqual(filled(last), Object.fromEntries(given))
      }
      assert.deepStrictEqual([turn.violations, turn.speech], [[], 'Done.'])
      const last = sent.at(-1)
      assert(last?.dialogState === 'COMPLETED')
      assert.deepStrictEqual(filled(last), Object.fromEntries(given))
      const { confirmationStatus, slots } = last.intent
      if (confirmationStatus === 'DENIED') return
      assert(!dialog.isConfirmed || confirmationStatus === 'CONFIRMED', 'the intent is not confirmed')
      for (const { name, isElicited, isConfirmed } of slotsOf(dialog)) {
        const slot = slots[name]
        assert(!isElicited || slot?.value !== undefined, `${name} is empty`)
        assert(!isConfirmed || slot?.value === undefined || slot.confirmationStatus === 'CONFIRMED', `${name} is open`)
      }
    } finally {
      await emulator.close()
    }
  }),
  25,
)
