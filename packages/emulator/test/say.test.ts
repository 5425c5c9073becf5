import { describe, expect, it } from 'vitest'
import type { DeviceOptions, EmulatorOptions } from '../src/index.js'
import { dialogModel, pizzaModel } from './pizza-model.js'
import { type Event, say, script } from './scripted-skill.js'
import { started } from './started.js'
import { de } from './utterances/de.js'

const skillId = 'amzn1.ask.skill.pizza'
const now = () => new Date('2026-11-28T22:30:00Z')

interface Setup extends DeviceOptions {
  readonly model?: object
  readonly emulator?: EmulatorOptions
}

async function talking(
  { model = pizzaModel, emulator: options = {}, ...device }: Setup,
  ...answers: readonly unknown[]
) {
  const emulator = await started({ skill: { skillId, interactionModels: { 'en-US': model } }, ...options })
  const { skill, events } = script(...answers)
  return { emulator, events, device: emulator.device(skill, { now, timeZone: 'UTC', ...device }) }
}

function withIntents(...intents: readonly object[]) {
  return { interactionModel: { languageModel: { invocationName: 'table talk', intents, types: [] } } }
}

const dateIntent = { name: 'DateIntent', samples: ['come {date}'], slots: [{ name: 'date', type: 'AMAZON.DATE' }] }
const help = { name: 'AMAZON.HelpIntent', samples: [] }

describe('words of the customer', () => {
  it('become an intent with resolved slots, in a new session', async () => {
    const { device, events } = await talking({}, say('Here you are.'))
    const turn = await device.say('a big pizza with ham and olives at half past seven please')
    const [event] = events as [Event]
    expect(event.session.new).toBe(true)
    expect(event.request).toMatchObject({
      type: 'IntentRequest',
      intent: {
        name: 'OrderIntent',
        slots: {
          size: {
            value: 'big',
            resolutions: { resolutionsPerAuthority: [{ values: [{ value: { name: 'large', id: 'L' } }] }] },
          },
          toppings: { slotValue: { type: 'List', values: [{ value: 'ham' }, { value: 'olives' }] } },
          time: { value: '07:30' },
        },
      },
    })
    expect(turn).toMatchObject({
      speech: 'Here you are.',
      understood: {
        text: 'a big pizza with ham and olives at half past seven please',
        intent: 'OrderIntent',
        slots: { size: 'big', toppings: ['ham', 'olives'], time: '07:30' },
        sample: 'a {size} pizza with {toppings} at {time}',
        stage: 'exact',
      },
    })
    expect(turn.understood?.confidence).toBeGreaterThan(0.9)
  })

  it.each([
    ['find me a dog', { article: 'a' }],
    ['find a large dog', { article: 'a', size: 'large' }],
    ['would like a dog', { wish: 'would like', article: 'a' }],
  ])(
    'do not fill a list slot with an unknown value if samples of the intent contain them: "%s"',
    async (words, slots) => {
      const list = (name: string, ...values: string[]) => ({
        name,
        values: values.map((value) => ({ name: { value } })),
      })
      const intent = {
        name: 'PetIntent',
        samples: ['{wish} {article} {size} {kind} dog', 'find a pet', '{wish} {article} {pet}'],
        slots: [
          { name: 'wish', type: 'WISH' },
          { name: 'article', type: 'ARTICLE' },
          { name: 'size', type: 'SIZE' },
          { name: 'kind', type: 'KIND' },
          { name: 'pet', type: 'AMAZON.Animal' },
        ],
      }
      const types = [
        list('WISH', 'I want', "let's find", 'would like'),
        list('ARTICLE', 'a', 'the'),
        list('SIZE', 'large', 'small'),
        list('KIND', 'guard', 'family'),
      ]
      const languageModel = { invocationName: 'pet match', intents: [intent, help], types }
      const { device } = await talking({ model: { interactionModel: { languageModel } } }, say('Fine.'))
      const { understood } = await device.say(words)
      expect([understood?.intent, understood?.slots]).toEqual(['PetIntent', slots])
    },
  )

  it('continue the open session', async () => {
    const { device, events } = await talking({}, say('Welcome.'), say('Yes?'))
    await device.say('open pizza place')
    await device.say('the bill')
    expect(events.map(({ request, session }) => [request.type, session.new])).toEqual([
      ['LaunchRequest', true],
      ['IntentRequest', false],
    ])
  })

  it('open the skill by its name, and report what was understood', async () => {
    const { device } = await talking({}, say('Welcome.'))
    expect(await device.say('Alexa, open Pizza Place')).toMatchObject({
      speech: 'Welcome.',
      understood: { stage: 'launch', intent: undefined, slots: {}, confidence: 1, alternatives: [] },
    })
  })

  it('are absent from a turn that came from intent()', async () => {
    const { device } = await talking({}, say('Yes?'))
    expect((await device.intent('BillIntent')).understood).toBeUndefined()
  })

  it('throw an error with the three nearest samples', async () => {
    const { device, events } = await talking({}, say('Yes?'))
    await expect(device.say('paint the house with blue flowers')).rejects.toMatchObject({
      code: 'not-understood',
      message: expect.stringMatching(/nearest samples: "a \{size\} pizza with .*" \(OrderIntent\).*intent\(\)/),
      nearest: [{ intent: 'OrderIntent', sample: expect.stringMatching(/^a \{size\} pizza with /) }, {}, {}],
    })
    expect(events).toEqual([])
  })

  it('reach AMAZON.FallbackIntent if the model has it and no sample is similar', async () => {
    const { device } = await talking(
      { model: withIntents(dateIntent, help, { name: 'AMAZON.FallbackIntent' }) },
      say('?'),
    )
    expect((await device.say('paint the house with blue flowers')).understood).toMatchObject({
      intent: 'AMAZON.FallbackIntent',
      stage: 'fallback',
      confidence: 0,
      sample: undefined,
    })
  })

  it('must match at least as well as minimumConfidence', async () => {
    const strict = await talking({ model: withIntents(dateIntent, help), minimumConfidence: 0.99 })
    await expect(strict.device.say('come over here tomorrow')).rejects.toMatchObject({ code: 'not-understood' })
    const lax = await talking({ model: withIntents(dateIntent, help), minimumConfidence: 0.3 }, say('Yes.'))
    expect((await lax.device.say('come over here tomorrow')).understood?.stage).toBe('nearest')
  })

  it('require an interaction model for the locale', async () => {
    const emulator = await started()
    await expect(emulator.device(() => say('Hello.'), { locale: 'it-IT' }).say('ciao')).rejects.toMatchObject({
      code: 'interaction-model-missing',
      message: expect.stringMatching(/it-IT.*intent\(\)/),
    })
  })

  it.each(['', ' ', 7])('must be a string with words, not %o', async (words) => {
    const { device } = await talking({})
    await expect(device.say(words as string)).rejects.toMatchObject({ code: 'option-invalid' })
  })
})

describe('what "tomorrow" means', () => {
  it('depends on the time zone of the device', async () => {
    const model = withIntents(dateIntent, help)
    const dayIn = async (timeZone: string) => {
      const { device } = await talking({ model, timeZone }, say('Yes.'))
      return (await device.say('come tomorrow')).understood?.slots.date
    }
    expect(await dayIn('America/Los_Angeles')).toBe('2026-11-29')
    expect(await dayIn('Europe/Berlin')).toBe('2026-11-29')
    expect(await dayIn('Asia/Tokyo')).toBe('2026-11-30')
  })

  it("uses the customer's time zone by default", async () => {
    const { device, emulator } = await talking(
      { model: withIntents(dateIntent, help), timeZone: undefined },
      say('Yes.'),
    )
    emulator.customer.set({ timeZone: 'Asia/Tokyo' })
    expect((await device.say('come tomorrow')).understood?.slots).toEqual({ date: '2026-11-30' })
  })

  it.each([{ timeZone: 'Berlin' }, { minimumConfidence: 45 }, { minimumConfidence: Number.NaN }])(
    'rejects %o',
    async (options) => {
      await expect(talking(options)).rejects.toMatchObject({ code: 'option-invalid' })
    },
  )
})

describe('in a dialog', () => {
  it('words fill the slot that Alexa asks for, and yes confirms', async () => {
    const delegate = { version: '1.0', response: { directives: [{ type: 'Dialog.Delegate' }] } }
    const { device, events } = await talking(
      { model: dialogModel('SKILL_RESPONSE', true) },
      delegate,
      delegate,
      delegate,
      say('Ordered.', { shouldEndSession: true }),
    )
    await device.intent('OrderIntent')
    await device.say('a big one')
    await device.say('at seven')
    const last = await device.say('yes please')
    expect(last.speech).toBe('Ordered.')
    expect(events.at(-1)?.request).toMatchObject({
      dialogState: 'COMPLETED',
      intent: { confirmationStatus: 'CONFIRMED', slots: { size: { value: 'big' }, time: { value: '07:00' } } },
    })
  })
})

describe('while Alexa waits for a confirmation', () => {
  const delegate = { version: '1.0', response: { directives: [{ type: 'Dialog.Delegate' }] } }
  const order = { size: 'large', time: '19:30' }
  const model = dialogModel('SKILL_RESPONSE', true)
  const asked = 'A large pizza at 19:30. Right?'

  it('Alexa asks again for a yes or no, without a request to the skill', async () => {
    const { device, events } = await talking({ model }, delegate, say('Ordered.'))
    expect(await device.intent('OrderIntent', order)).toMatchObject({ speech: asked })
    for (const words of ['um what do you mean', 'tomorrow perhaps']) {
      expect(await device.say(words)).toMatchObject({
        request: undefined,
        speech: asked,
        reprompt: asked,
        sessionOpen: true,
        understood: { text: words, intent: undefined, stage: 'repeat', slots: {}, alternatives: [] },
      })
    }
    expect(events).toHaveLength(1)
    expect((await device.say('yes')).request?.request).toMatchObject({ dialogState: 'COMPLETED' })
  })

  it('a sample of another intent wins, and so does a word for a built-in intent', async () => {
    const { device } = await talking({ model }, delegate, say('Ten.'), delegate, say('Help.'))
    await device.intent('OrderIntent', order)
    expect((await device.say('the bill')).request?.request).toMatchObject({ intent: { name: 'BillIntent' } })
    await device.intent('OrderIntent', order)
    expect((await device.say('help')).request?.request).toMatchObject({ intent: { name: 'AMAZON.HelpIntent' } })
  })

  it('a sample that is only a slot matches only a known value', async () => {
    const withSize = structuredClone(model)
    Object.assign(withSize.interactionModel.languageModel.intents[0] ?? {}, { samples: ['a {size} pizza', '{size}'] })
    const { device } = await talking({ model: withSize }, delegate, delegate)
    await device.intent('OrderIntent', order)
    expect((await device.say('what')).understood?.stage).toBe('repeat')
    expect(await device.say('big')).toMatchObject({ speech: 'A big pizza at 19:30. Right?' })
  })

  it.each([
    ['the reprompt', { reprompt: { outputSpeech: { type: 'PlainText', text: 'Yes or no?' } } }, 'Yes or no?'],
    ['the question', {}, 'Is that right?'],
  ])('repeats %s if the skill has asked', async (_what, more, expected) => {
    const directives = [{ type: 'Dialog.ConfirmSlot', slotToConfirm: 'size' }]
    const { device, events } = await talking({ model }, say('Is that right?', { directives, ...more }), say('Fine.'))
    await device.intent('OrderIntent', order)
    expect((await device.say('well')).speech).toBe(expected)
    expect((await device.say('hmm')).speech).toBe(expected)
    await device.say('no')
    expect(events.at(-1)?.request).toMatchObject({ intent: { slots: { size: { confirmationStatus: 'DENIED' } } } })
  })
})

describe('while Alexa asks for a slot', () => {
  const dialog = {
    intents: [
      { name: 'NoteIntent', slots: [{ name: 'note', type: 'AMAZON.SearchQuery' }] },
      { name: 'PetIntent', slots: [] },
    ],
  }
  const intents = [
    { name: 'NoteIntent', samples: ['add a note'], slots: [{ name: 'note', type: 'AMAZON.SearchQuery' }] },
    {
      name: 'PetIntent',
      samples: ['find a pet'],
      slots: [{ name: 'breed', type: 'BREED', samples: ['a {breed} please'] }],
    },
    { name: 'ReadIntent', samples: ['read my notes'] },
    { name: 'FilmIntent', samples: ['{film}'], slots: [{ name: 'film', type: 'AMAZON.Movie' }] },
    { name: 'AMAZON.StopIntent', samples: [] },
    { name: 'AMAZON.HelpIntent', samples: [] },
    { name: 'AMAZON.FallbackIntent', samples: [] },
  ]
  const types = [{ name: 'BREED', values: [{ name: { value: 'poodle' } }] }]
  const model = { interactionModel: { languageModel: { invocationName: 'my notes', intents, types }, dialog } }
  const elicit = (slotToElicit: string) => say('Well?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit }] })

  it.each([
    ['buy milk', 'NoteIntent', { note: 'buy milk' }],
    ['call my mother about the garden party', 'NoteIntent', { note: 'call my mother about the garden party' }],
    ['stop', 'AMAZON.StopIntent', {}],
    ['what can I say', 'AMAZON.HelpIntent', {}],
    ['read my notes', 'ReadIntent', {}],
  ])('"%s" is %s', async (words, intent, slots) => {
    const { device } = await talking({ model }, elicit('note'), say('Noted.'))
    await device.intent('NoteIntent')
    expect((await device.say(words)).understood).toMatchObject({ intent, slots })
  })

  it.each(['poodle', 'a poodle please', 'corgi', 'golden retriever', 'west highland white terrier'])(
    '"%s" is the value, even if the type does not contain it',
    async (words) => {
      const { device } = await talking({ model }, elicit('breed'), say('Found.'))
      await device.intent('PetIntent')
      const breed = words.replace(/^a | please$/g, '')
      expect((await device.say(words)).understood).toMatchObject({ intent: 'PetIntent', slots: { breed } })
    },
  )
})

describe('dynamic entities', () => {
  const update = (more: object) => say('Hello.', { directives: [{ type: 'Dialog.UpdateDynamicEntities', ...more }] })
  const types = [{ name: 'SIZE', values: [{ id: 'T', name: { value: 'titanic', synonyms: ['ship sized'] } }] }]

  it('are recognized in the session, before values of the model', async () => {
    const { device, events } = await talking({}, update({ updateBehavior: 'REPLACE', types }), say('Yes.'))
    await device.open()
    await device.say('a ship sized pizza with ham at eight')
    const dynamic = {
      authority: `amzn1.er-authority.echo-sdk.dynamic.${skillId}.SIZE`,
      status: { code: 'ER_SUCCESS_MATCH' },
    }
    expect(events[1]?.request.intent).toMatchObject({
      slots: {
        size: {
          value: 'ship sized',
          resolutions: {
            resolutionsPerAuthority: [
              { ...dynamic, values: [{ value: { name: 'titanic', id: 'T' } }] },
              { status: { code: 'ER_SUCCESS_NO_MATCH' } },
            ],
          },
        },
      },
    })
  })

  it.each([
    ['cleared', [update({ updateBehavior: 'CLEAR' }), say('Yes.')]],
    ['replaced by others', [update({ updateBehavior: 'REPLACE', types: [] }), say('Yes.')]],
  ])('are removed when they are %s', async (_, [answer, last]) => {
    const { device, events } = await talking({}, update({ updateBehavior: 'REPLACE', types }), answer, last)
    await device.open()
    await device.say('the bill')
    await device.intent('OrderIntent', { size: 'titanic' })
    expect(JSON.stringify(events.at(-1)?.request)).not.toContain('echo-sdk.dynamic')
  })

  it('last until the session ends', async () => {
    const { device, events } = await talking({}, update({ updateBehavior: 'REPLACE', types }), say('Yes.'), say('Yes.'))
    await device.open()
    await device.open()
    await device.intent('OrderIntent', { size: 'titanic' })
    expect(JSON.stringify(events.at(-1)?.request)).not.toContain('echo-sdk.dynamic')
  })
})

describe('while Alexa asks for consent', () => {
  const scope = 'alexa::profile:email:read'
  const asking = say('I need your email address.', {
    directives: [
      {
        type: 'Connections.StartConnection',
        uri: 'connection://AMAZON.AskForPermissionsConsent/2',
        input: {
          '@type': 'AskForPermissionsConsentRequest',
          '@version': '2',
          permissionScopes: [{ permissionScope: scope, consentLevel: 'ACCOUNT' }],
        },
        token: 'email',
      },
    ],
    shouldEndSession: undefined,
  })

  it.each([
    ['yes please', 'ACCEPTED', true],
    ['no thanks', 'DENIED', false],
  ])('"%s" is the consent answer %s', async (words, status, granted) => {
    const { device, emulator, events } = await talking({}, asking, say('Thanks.'))
    await device.open()
    await device.say(words)
    expect(events[1]?.request).toMatchObject({ type: 'SessionResumedRequest', cause: { result: { status } } })
    expect(emulator.customer.granted.has(scope)).toBe(granted)
  })
})

it('a device in German understands German', async () => {
  const model = withIntents({ ...dateIntent, samples: ['ich komme {date}'] }, help)
  const emulator = await started({ skill: { interactionModels: { [de.locale]: model } } })
  const device = emulator.device(() => say('Gut.'), { now, timeZone: 'Europe/Berlin' })
  expect((await device.say('ich komme übermorgen')).understood?.slots).toEqual({ date: '2026-11-30' })
})

it('does not mistake the size of a party for the day of the month', async () => {
  const slots = { people: 'AMAZON.NUMBER', date: 'AMAZON.DATE', time: 'AMAZON.TIME' }
  const bookTable = {
    name: 'BookTableIntent',
    slots: Object.entries(slots).map(([name, type]) => ({ name, type })),
    samples: ['book a table {date} at {time}', 'book a table for {people} on {date} at {time}'],
  }
  const emulator = await started({ skill: { interactionModels: { 'en-US': withIntents(bookTable) } } })
  const device = emulator.device(() => say('Done.'), { now, timeZone: 'Europe/Berlin' })
  // Next Friday is the 4th of December, and there will be a Monday the 2nd, too.
  const friday = await device.say('book a table for four on Friday at half past seven')
  expect(friday.understood?.slots).toEqual({ people: '4', date: '2026-12-04', time: '07:30' })
  const monday = await device.say('book a table for two on Monday at half past seven')
  expect(monday.understood?.slots).toEqual({ people: '2', date: '2026-11-30', time: '07:30' })
})
