import { describe, expect, it, vi } from 'vitest'
import { dialogModel } from './pizza-model.js'
import { type Event, say, script } from './scripted-skill.js'
import { started } from './started.js'

const delegate = (more: object = {}) => ({
  version: '1.0',
  response: { directives: [{ type: 'Dialog.Delegate', ...more }] },
})

const ask = (directive: object) => say('Well?', { directives: [directive] })

async function deviceWith(model: object, ...answers: readonly unknown[]) {
  const emulator = await started({ skill: { interactionModels: { 'en-US': model } } })
  const { skill, events } = script(...answers)
  return { device: emulator.device(skill), events }
}

/** Returns the dialog's state and the filled slots of each request. */
function dialogOf(events: readonly Event[]) {
  return events.map(({ request }) => {
    const { dialogState, intent } = request as unknown as {
      dialogState?: string
      intent: { confirmationStatus: string; slots?: Record<string, { value?: string }> }
    }
    const filled = Object.entries(intent.slots ?? {}).flatMap(([name, { value }]) =>
      value === undefined ? [] : [[name, value]],
    )
    return [dialogState, Object.fromEntries(filled), intent.confirmationStatus]
  })
}

describe('a dialog that the skill delegates', () => {
  it('asks for each slot with the prompts of the model, until it is complete', async () => {
    const { device, events } = await deviceWith(
      dialogModel('SKILL_RESPONSE'),
      delegate(),
      delegate(),
      say('Ordered.', { shouldEndSession: true }),
    )
    expect(await device.intent('OrderIntent')).toMatchObject({ speech: 'Which size?', sessionOpen: true })
    expect(await device.intent('OrderIntent', { size: 'large' })).toMatchObject({
      speech: 'When shall the large one be ready?',
      reprompt: 'When shall the large one be ready?',
      ssml: '<speak>When shall the large one be ready?</speak>',
    })
    expect(await device.intent('OrderIntent', { time: '19:30' })).toMatchObject({ speech: 'Ordered.' })
    expect(dialogOf(events)).toEqual([
      ['STARTED', {}, 'NONE'],
      ['IN_PROGRESS', { size: 'large' }, 'NONE'],
      ['COMPLETED', { size: 'large', time: '19:30' }, 'NONE'],
    ])
  })

  it('is complete immediately if nothing is left to ask', async () => {
    const { device, events } = await deviceWith(dialogModel('SKILL_RESPONSE'), delegate(), say('Ordered.'))
    const turn = await device.intent('OrderIntent', { size: 'large', time: '19:30' })
    expect(turn).toMatchObject({ speech: 'Ordered.', request: { request: { dialogState: 'COMPLETED' } } })
    expect(dialogOf(events).map(([state]) => state)).toEqual(['STARTED', 'COMPLETED'])
  })

  it('continues if the skill also sends dynamic entities', async () => {
    const entities = { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR' }
    const response = { version: '1.0', response: { directives: [entities, { type: 'Dialog.Delegate' }] } }
    const { device } = await deviceWith(dialogModel('SKILL_RESPONSE'), response)
    expect(await device.intent('OrderIntent')).toMatchObject({ speech: 'Which size?', violations: [] })
  })

  it('ends without speech if the skill delegates the completed intent', async () => {
    const { device, events } = await deviceWith(dialogModel('SKILL_RESPONSE'), delegate(), delegate())
    const turn = await device.intent('OrderIntent', { size: 'large', time: '19:30' })
    expect(turn).toMatchObject({ speech: undefined, sessionOpen: false, violations: [] })
    expect(events).toHaveLength(2)
  })

  it.each([
    ['AMAZON.YesIntent', 'CONFIRMED'],
    ['AMAZON.NoIntent', 'DENIED'],
  ])('asks to confirm the intent, and takes %s as %s', async (reply, status) => {
    const { device, events } = await deviceWith(dialogModel('SKILL_RESPONSE', true), delegate(), say('Fine.'))
    const turn = await device.intent('OrderIntent', { size: 'large', time: '19:30' })
    expect(turn.speech).toBe('A large pizza at 19:30. Right?')
    await device.intent(reply)
    expect(dialogOf(events).at(-1)).toEqual(['COMPLETED', { size: 'large', time: '19:30' }, status])
  })

  it.each([
    [{ type: 'hasEntityResolutionMatch' }, 'tiny', 'huge'],
    [{ type: 'isInSet', values: ['Large'] }, 'huge', 'large'],
    [{ type: 'isNotInSet', values: ['huge'] }, 'Huge', 'large'],
    [{ type: 'isGreaterThan', value: '3' }, '3', '4'],
    [{ type: 'isLessThanOrEqualTo', value: '3' }, '4', '3'],
  ])('asks again for a value that breaks the rule %j', async (rule, wrong, right) => {
    const model = dialogModel('SKILL_RESPONSE')
    Object.assign(model.interactionModel.dialog.intents[0]?.slots[0] ?? {}, {
      validations: [{ ...rule, prompt: 'Invalid.Size' }],
    })
    model.interactionModel.prompts.push({
      id: 'Invalid.Size',
      variations: [{ type: 'PlainText', value: 'There is no {size} pizza. Which size?' }],
    })
    const { device, events } = await deviceWith(model, delegate(), say('Ordered.'))
    const turn = await device.intent('OrderIntent', { size: wrong, time: '19:30' })
    expect(turn.speech).toBe(`There is no ${wrong} pizza. Which size?`)
    expect((await device.intent('OrderIntent', { size: right })).speech).toBe('Ordered.')
    expect(dialogOf(events).at(-1)).toEqual(['COMPLETED', { size: right, time: '19:30' }, 'NONE'])
  })

  // At the device, it is 09:30 on Saturday, 28 November 2026. In UTC, it is still Friday.
  const now = () => new Date('2026-11-27T23:30:00Z')
  const timeZone = 'Australia/Brisbane'

  it.each([
    [
      'AMAZON.DATE',
      { type: 'isInDuration', start: 'P0D', end: 'P1M' },
      ['2026-11-27', '2026-12-29', '2027', 'soon'],
      ['2026-11-28', '2026-12-28', 'PRESENT_REF', '2026-W49', '2026-12'],
    ],
    [
      'AMAZON.DATE',
      { type: 'isInDuration', start: '2026-12-24' },
      ['2026-12-23', '2026-W51'],
      ['2026-12-24', '2026-W52', '2026-WI', '202X'],
    ],
    ['AMAZON.DATE', { type: 'isInDuration', start: '-P999999Y', end: 'P999999Y' }, ['soon'], ['0001-01-01', '9999']],
    ['AMAZON.DATE', { type: 'isInDuration', end: '-P1Y' }, ['2025-11-29'], ['2025-11-28', '1999', '19XX']],
    [
      'AMAZON.DATE',
      { type: 'isNotInDuration', start: 'P0D', end: 'P2D' },
      ['2026-11-30', '2026-W48-WE'],
      ['2026-12-01', '2026-11-27'],
    ],
    [
      'AMAZON.DATE',
      { type: 'isGreaterThan', value: '2026-12-24' },
      ['2026-12-24', '2026-12', 'soon'],
      ['2026-12-25', '2027-Q1'],
    ],
    [
      'AMAZON.DATE',
      { type: 'isLessThanOrEqualTo', value: '2026-12-24' },
      ['2026-12-25', '2026-W52'],
      ['2026-12-24', '2026-SU'],
    ],
    [
      'AMAZON.TIME',
      { type: 'isInDuration', start: 'PT0H', end: 'PT2H30M' },
      ['09:29', '12:01', 'EV'],
      ['09:30', '12:00', 'MO', 'AF'],
    ],
    [
      'AMAZON.TIME',
      { type: 'isInDuration', start: '22:00', end: '02:00' },
      ['21:59', '02:01', 'AF'],
      ['22:00', '00:30', '02:00', 'NI'],
    ],
    ['AMAZON.TIME', { type: 'isInDuration', start: 'P0D', end: 'P1D' }, ['soon'], ['09:29', '09:31', 'NI']],
    ['AMAZON.TIME', { type: 'isInDuration', start: 'P2DT1H', end: 'P2DT2H' }, ['09:30', 'AF'], ['10:30', '11:30']],
    ['AMAZON.TIME', { type: 'isNotInDuration', start: '12:00' }, ['12:00', '23:59'], ['11:59', '00:00']],
    ['AMAZON.TIME', { type: 'isLessThan', value: '18:00' }, ['18:00', 'EV'], ['17:59', '07:30']],
    [
      'AMAZON.DURATION',
      { type: 'isGreaterThanOrEqualTo', value: 'PT1H30M' },
      ['PT1H29M', 'PT5399S'],
      ['PT90M', 'P1D', 'P1M'],
    ],
  ])("checks %s by the rule %j, in the device's time zone", async (type, rule, wrong, right) => {
    const model = structuredClone(dialogModel('ALWAYS'))
    const { languageModel, dialog, prompts } = model.interactionModel
    for (const slots of [languageModel.intents[0]?.slots, dialog.intents[0]?.slots])
      Object.assign(slots?.at(-1) ?? {}, { type })
    Object.assign(dialog.intents[0]?.slots.at(-1) ?? {}, { validations: [{ ...rule, prompt: 'Invalid.Time' }] })
    prompts.push({ id: 'Invalid.Time', variations: [{ type: 'PlainText', value: 'Another time, please.' }] })
    const emulator = await started({ skill: { interactionModels: { 'en-US': model } } })
    const device = emulator.device(() => say('Ordered.'), { now, timeZone })
    const accepted = async (time: string) => (await device.intent('OrderIntent', { size: 'large', time })).speech
    for (const value of wrong) expect([value, await accepted(value)]).toEqual([value, 'Another time, please.'])
    for (const value of right) expect([value, await accepted(value)]).toEqual([value, 'Ordered.'])
  })

  it('follows the intent that the skill has updated', async () => {
    const updatedIntent = {
      name: 'OrderIntent',
      confirmationStatus: 'NONE',
      slots: { size: { name: 'size', value: 'big', confirmationStatus: 'NONE' } },
    }
    const { device, events } = await deviceWith(
      dialogModel('SKILL_RESPONSE'),
      delegate({ updatedIntent }),
      say('Fine.'),
    )
    expect((await device.intent('OrderIntent')).speech).toBe('When shall the big one be ready?')
    await device.intent('OrderIntent', { time: '19:30' })
    expect(events.at(-1)?.request.intent).toMatchObject({
      slots: { size: { resolutions: { resolutionsPerAuthority: [{ values: [{ value: { id: 'L' } }] }] } } },
    })
  })

  it('is dropped if the customer wants something else', async () => {
    const { device, events } = await deviceWith(dialogModel('SKILL_RESPONSE'), delegate(), say('It is.'), delegate())
    await device.intent('OrderIntent', { size: 'large' })
    await device.intent('BillIntent')
    await device.intent('OrderIntent', { time: '20:00' })
    expect(dialogOf(events)).toEqual([
      ['STARTED', { size: 'large' }, 'NONE'],
      [undefined, {}, 'NONE'],
      ['STARTED', { time: '20:00' }, 'NONE'],
    ])
  })
})

describe('a dialog without delegation', () => {
  it('keeps the slots of earlier turns', async () => {
    const { device, events } = await deviceWith(
      dialogModel('SKILL_RESPONSE'),
      ask({ type: 'Dialog.ElicitSlot', slotToElicit: 'time' }),
      ask({ type: 'Dialog.ConfirmSlot', slotToConfirm: 'time' }),
      ask({ type: 'Dialog.ConfirmIntent' }),
      say('Ordered.'),
    )
    await device.intent('OrderIntent', { size: 'large' })
    await device.intent('OrderIntent', { time: '19:30' })
    await device.intent('AMAZON.YesIntent')
    await device.intent('AMAZON.NoIntent')
    const slots = { size: 'large', time: '19:30' }
    expect(dialogOf(events)).toEqual([
      ['STARTED', { size: 'large' }, 'NONE'],
      ['IN_PROGRESS', slots, 'NONE'],
      ['IN_PROGRESS', slots, 'NONE'],
      ['IN_PROGRESS', slots, 'DENIED'],
    ])
    expect(events.at(-1)?.request.intent).toMatchObject({ slots: { time: { confirmationStatus: 'CONFIRMED' } } })
  })
})

describe('a dialog with automatic delegation', () => {
  it('lets Alexa ask, and the skill gets the completed intent in a new session', async () => {
    const { device, events } = await deviceWith(dialogModel('ALWAYS', true), say('Ordered.'))
    const first = await device.intent('OrderIntent', { time: '19:30' })
    expect(first).toMatchObject({ speech: 'Which size?', request: undefined, response: undefined, sessionOpen: true })
    expect((await device.intent('OrderIntent', { size: 'large' })).speech).toBe('A large pizza at 19:30. Right?')
    expect(events).toEqual([])
    expect(await device.intent('AMAZON.YesIntent')).toMatchObject({ speech: 'Ordered.' })
    expect(dialogOf(events)).toEqual([['COMPLETED', { size: 'large', time: '19:30' }, 'CONFIRMED']])
    expect(events[0]?.session.new).toBe(true)
    await expect(device.replay(first)).rejects.toMatchObject({ code: 'option-invalid' })
  })

  it.each(['end', 'silence'] as const)(
    'ends by %s without a request to the skill, which has received none',
    async (act) => {
      const { device, events } = await deviceWith(dialogModel('ALWAYS'), say('Ordered.'))
      await device.intent('OrderIntent')
      const turn = await device[act]()
      expect(turn).toMatchObject({ request: undefined, sessionOpen: false })
      expect(turn.speech).toBe(act === 'silence' ? 'Which size?' : undefined)
      expect(device.sessionOpen).toBe(false)
      expect(events).toEqual([])
    },
  )

  it('does not start for a customer who has disabled the skill', async () => {
    const { device } = await deviceWith(dialogModel('ALWAYS'))
    device.customer.disableSkill()
    await expect(device.intent('OrderIntent')).rejects.toMatchObject({ code: 'skill-disabled' })
  })
})

describe('a dialog that is delegated automatically', () => {
  const ordered = say('Ordered.', { shouldEndSession: true })

  it('is continued by the device, and the skill gets one request with the completed intent', async () => {
    const { device, events } = await deviceWith(dialogModel('ALWAYS', true), ordered)
    const asked = await device.intent('OrderIntent')
    expect(asked).toMatchObject({ speech: 'Which size?', reprompt: 'Which size?', sessionOpen: true, violations: [] })
    expect(asked).toMatchObject({ request: undefined, response: undefined, apiRequests: [], durationMs: 0 })
    expect(await device.intent('OrderIntent', { size: 'large' })).toMatchObject({
      speech: 'When shall the large one be ready?',
      ssml: '<speak>When shall the large one be ready?</speak>',
    })
    expect(await device.intent('OrderIntent', { time: '19:30' })).toMatchObject({
      speech: 'A large pizza at 19:30. Right?',
      request: undefined,
    })
    expect(events).toEqual([])
    expect(await device.intent('AMAZON.YesIntent')).toMatchObject({ speech: 'Ordered.', sessionOpen: false })
    expect(dialogOf(events)).toEqual([['COMPLETED', { size: 'large', time: '19:30' }, 'CONFIRMED']])
    expect(events[0]?.session.new).toBe(true)
  })

  it('asks with the first variation of the prompt whose slots are filled', async () => {
    const model = dialogModel('ALWAYS')
    model.interactionModel.prompts[0]?.variations.unshift(
      { type: 'PlainText', value: 'Which size at {time}?' },
      { type: 'PlainText', value: 'Which size with {toppings}?' },
    )
    const { device } = await deviceWith(model)
    expect((await device.intent('OrderIntent')).speech).toBe('Which size?')
    expect((await device.intent('OrderIntent', { time: '19:30' })).speech).toBe('Which size at 19:30?')
    const { device: other } = await deviceWith(model)
    const toppings = ['ham', 'olives']
    expect((await other.intent('OrderIntent', { toppings })).speech).toBe('Which size with ham, olives?')
  })

  it('is continued in words', async () => {
    const { device, events } = await deviceWith(dialogModel('ALWAYS', true), ordered)
    const asked = await device.say('a large pizza with ham at half past seven')
    expect(asked).toMatchObject({ request: undefined, speech: 'A large pizza at 07:30. Right?' })
    expect(asked.understood).toMatchObject({ intent: 'OrderIntent', slots: { size: 'large', time: '07:30' } })
    expect((await device.say('no')).speech).toBe('Ordered.')
    expect(dialogOf(events)).toEqual([['COMPLETED', { size: 'large', toppings: 'ham', time: '07:30' }, 'DENIED']])
  })

  it('is complete if nothing is left to ask', async () => {
    const { device, events } = await deviceWith(dialogModel('ALWAYS'), ordered)
    await device.intent('OrderIntent', { size: 'large', time: '19:30' })
    expect(dialogOf(events)).toEqual([['COMPLETED', { size: 'large', time: '19:30' }, 'NONE']])
  })

  it('keeps the session that is open, and its attributes', async () => {
    const hello = { ...say('Hello.'), sessionAttributes: { visits: 3 } }
    const { device, events } = await deviceWith(dialogModel('ALWAYS'), hello, ordered)
    await device.open()
    await device.intent('OrderIntent', { size: 'large' })
    await device.intent('OrderIntent', { time: '19:30' })
    expect(events[1]?.session).toMatchObject({ new: false, attributes: { visits: 3 } })
    expect(events[1]?.session.sessionId).toBe(events[0]?.session.sessionId)
  })

  it.each(['BillIntent', 'AMAZON.HelpIntent'])('ends if the customer wants something else: %s', async (other) => {
    const { device, events } = await deviceWith(dialogModel('ALWAYS'), say('Here.'))
    await device.intent('OrderIntent')
    expect((await device.intent(other)).speech).toBe('Here.')
    expect((await device.intent('OrderIntent', { time: '20:00' })).speech).toBe('Which size?')
    expect(events.map(({ request }) => request.intent)).toMatchObject([{ name: other }])
  })

  it('asks again for a slot if the customer denies its value', async () => {
    const model = dialogModel('ALWAYS')
    Object.assign(model.interactionModel.dialog.intents[0]?.slots[0] ?? {}, {
      confirmationRequired: true,
      prompts: { elicitation: 'Elicit.Size', confirmation: 'Confirm.Order' },
    })
    const { device, events } = await deviceWith(model, ordered)
    const speech = async (name: string, slots?: Record<string, string>) => (await device.intent(name, slots)).speech
    expect(await speech('OrderIntent', { size: 'large', time: '19:30' })).toBe('A large pizza at 19:30. Right?')
    expect(await speech('AMAZON.NoIntent')).toBe('Which size?')
    expect(await speech('OrderIntent', { size: 'extra large' })).toBe('A extra large pizza at 19:30. Right?')
    expect(await speech('AMAZON.YesIntent')).toBe('Ordered.')
    expect(events[0]?.request.intent).toMatchObject({
      slots: { size: { value: 'extra large', confirmationStatus: 'CONFIRMED' } },
    })
  })

  it('continues if the skill delegates another intent', async () => {
    const chain = delegate({ updatedIntent: { name: 'OrderIntent', confirmationStatus: 'NONE', slots: {} } })
    const { device, events } = await deviceWith(dialogModel('ALWAYS'), chain, ordered)
    expect(await device.intent('BillIntent')).toMatchObject({ speech: 'Which size?', request: {} })
    expect((await device.intent('OrderIntent', { size: 'large' })).request).toBeUndefined()
    await device.intent('OrderIntent', { time: '19:30' })
    expect(dialogOf(events)).toEqual([
      [undefined, {}, 'NONE'],
      ['COMPLETED', { size: 'large', time: '19:30' }, 'NONE'],
    ])
  })

  it('calls watchers, and turns without a request cannot be replayed', async () => {
    const emulator = await started({ skill: { interactionModels: { 'en-US': dialogModel('ALWAYS') } } })
    const [turnWithoutRequest, turnBegun] = [vi.fn(), vi.fn()]
    emulator.watch({ turnWithoutRequest, turnBegun })
    const device = emulator.device(script().skill)
    const turn = await device.intent('OrderIntent')
    expect(turnWithoutRequest.mock.calls).toEqual([[turn, emulator.customer]])
    expect(turnBegun).not.toHaveBeenCalled()
    await expect(device.replay(turn)).rejects.toMatchObject({ code: 'option-invalid' })
  })

  it('does not continue if the skill is disabled or the emulator is closed', async () => {
    const emulator = await started({ skill: { interactionModels: { 'en-US': dialogModel('ALWAYS') } } })
    const device = emulator.device(script().skill)
    emulator.customer.disableSkill()
    await expect(device.intent('OrderIntent')).rejects.toMatchObject({ code: 'skill-disabled' })
    emulator.customer.enableSkill()
    await emulator.close()
    await expect(device.intent('OrderIntent')).rejects.toMatchObject({ code: 'emulator-closed' })
  })
})

it('sends a denied slot to a skill that delegates, and asks for it again', async () => {
  const model = dialogModel('SKILL_RESPONSE')
  Object.assign(model.interactionModel.dialog.intents[0]?.slots[0] ?? {}, { confirmationRequired: true })
  const { device, events } = await deviceWith(model, delegate(), delegate())
  await device.intent('OrderIntent', { size: 'large', time: '19:30' })
  expect((await device.intent('AMAZON.NoIntent')).speech).toBe('Which size?')
  expect(events[1]?.request).toMatchObject({
    dialogState: 'IN_PROGRESS',
    intent: { slots: { size: { value: 'large', confirmationStatus: 'DENIED' } } },
  })
})
