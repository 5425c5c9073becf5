import { describe, expect, it } from 'vitest'
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

/** The dialog's state and the filled slots of each request. */
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
  it('asks for each slot in the words of the model, and completes', async () => {
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

  it('completes at once if nothing is left to ask', async () => {
    const { device, events } = await deviceWith(dialogModel('SKILL_RESPONSE'), delegate(), say('Ordered.'))
    const turn = await device.intent('OrderIntent', { size: 'large', time: '19:30' })
    expect(turn).toMatchObject({ speech: 'Ordered.', request: { request: { dialogState: 'COMPLETED' } } })
    expect(dialogOf(events).map(([state]) => state)).toEqual(['STARTED', 'COMPLETED'])
  })

  it('goes on beside dynamic entities', async () => {
    const entities = { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR' }
    const response = { version: '1.0', response: { directives: [entities, { type: 'Dialog.Delegate' }] } }
    const { device } = await deviceWith(dialogModel('SKILL_RESPONSE'), response)
    expect(await device.intent('OrderIntent')).toMatchObject({ speech: 'Which size?', violations: [] })
  })

  it('ends with nothing if the skill delegates what is completed', async () => {
    const { device, events } = await deviceWith(dialogModel('SKILL_RESPONSE'), delegate(), delegate())
    const turn = await device.intent('OrderIntent', { size: 'large', time: '19:30' })
    expect(turn).toMatchObject({ speech: undefined, sessionOpen: false, violations: [] })
    expect(events).toHaveLength(2)
  })

  it.each([
    ['AMAZON.YesIntent', 'CONFIRMED'],
    ['AMAZON.NoIntent', 'DENIED'],
  ])('has the intent confirmed, and takes %s as %s', async (reply, status) => {
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

  it('is forgotten when the customer wants something else', async () => {
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

describe('a dialog that the skill carries on itself', () => {
  it('keeps the slots of the turns before', async () => {
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
  it('is asked by Alexa alone, and the skill gets the completed intent in a new session', async () => {
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
    'ends by %s without a word to the skill that knows nothing of it',
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

  it('is not begun for a customer who has disabled the skill', async () => {
    const { device } = await deviceWith(dialogModel('ALWAYS'))
    device.customer.disableSkill()
    await expect(device.intent('OrderIntent')).rejects.toMatchObject({ code: 'skill-disabled' })
  })
})

it('an intent with automatic delegation comes completed', async () => {
  const { device, events } = await deviceWith(dialogModel('ALWAYS'), say('Ordered.'))
  await device.intent('OrderIntent', { size: 'large', time: '19:30' })
  expect(dialogOf(events)).toEqual([['COMPLETED', { size: 'large', time: '19:30' }, 'NONE']])
})
