import { describe, expect, it } from 'vitest'
import { say } from '../../emulator/test/scripted-skill.js'
import type { ConsoleEvent, TurnView } from '../src/index.js'
import { orderModel } from './order-model.js'
import { startedConsole } from './started-console.js'
import { tableTalk } from './table-talk.js'

const emulator = { skill: { interactionModels: { 'en-US': orderModel } } }
const delegation = { version: '1.0', response: { directives: [{ type: 'Dialog.Delegate' }] } }

async function talking(...responses: readonly object[]) {
  const left = [...responses]
  const console = await startedConsole({ skill: () => left.shift() ?? say('Yes?'), emulator })
  const turnEvents = () =>
    console.events.filter((event): event is Extract<ConsoleEvent, { type: 'turn' }> => event.type === 'turn')
  /** Returns the turns in their last state. */
  const turns = (): TurnView[] => [...new Map(turnEvents().map(({ turn }) => [turn.id, turn])).values()]
  return { ...console, turnEvents, turns }
}

describe('words', () => {
  it('reach the skill as the understood intent, which appears as soon as the turn begins', async () => {
    const console = await talking()
    expect((await console.send('say', { words: 'please order a huge pizza' })).status).toBe(204)
    const understood = {
      text: 'please order a huge pizza',
      intent: 'OrderIntent',
      slots: { size: 'huge' },
      sample: 'order a {size} pizza',
      stage: 'exact',
    }
    expect(console.turnEvents().map(({ turn }) => [turn.understood, turn.response?.speech])).toEqual([
      [expect.objectContaining(understood), undefined],
      [expect.objectContaining(understood), 'Yes?'],
    ])
    expect(console.turns()[0]?.request).toMatchObject({
      intent: 'OrderIntent',
      slots: { size: 'huge' },
      resolved: { size: 'large (L)' },
      dialogState: 'STARTED',
    })
    await console.send('intent', { intent: 'AMAZON.HelpIntent', slots: {} })
    expect(console.turns()[1]).not.toHaveProperty('understood')
  })

  it('are rejected with the nearest samples if no sample matches', async () => {
    const console = await talking()
    const refused = await console.send('say', { words: 'paint the house with blue flowers' })
    expect([refused.status, await refused.json()]).toEqual([
      409,
      {
        message: expect.stringContaining('No intent of the interaction model matches these words.'),
        nearest: expect.arrayContaining([
          expect.objectContaining({ intent: 'OrderIntent', sample: 'order a {size} pizza' }),
        ]),
      },
    ])
    expect(console.turns()).toEqual([])
  })

  it('are rejected without an interaction model', async () => {
    const console = await startedConsole({ skill: tableTalk })
    const refused = await console.send('say', { words: 'order a pizza' })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toEqual({ message: expect.stringContaining('Add the model to the skill package') })
  })

  it('answer the question for consent', async () => {
    const console = await startedConsole({ skill: tableTalk, emulator })
    await console.send('say', { words: 'ask me for my address' })
    await console.send('say', { words: 'yes please' })
    expect(console.emulator.customer.granted).toEqual(new Set(['alexa::profile:email:read']))
  })
})

describe('a dialog that the skill delegates', () => {
  it('shows the prompt of the model, what was said before, and what the device sends by itself', async () => {
    const console = await talking(delegation, say('Ordered.'), delegation, say('Ordered.'))
    await console.send('say', { words: 'order a huge pizza' })
    await console.send('say', { words: 'half past seven' })
    await console.send('say', { words: 'order a huge pizza at half past seven' })
    const shown = console.turns().map(({ understood, isDelegated, request, response }) => ({
      intent: understood?.intent,
      isDelegated,
      dialogState: request.dialogState,
      slots: request.slots,
      speech: response?.speech,
      isPrompt: response?.isPrompt,
    }))
    const slots = { size: 'huge', time: '07:30' }
    const usual = { intent: 'OrderIntent', isDelegated: undefined, isPrompt: false }
    expect(shown).toEqual([
      {
        ...usual,
        dialogState: 'STARTED',
        slots: { size: 'huge' },
        speech: 'When shall the huge one be ready?',
        isPrompt: true,
      },
      { ...usual, dialogState: 'COMPLETED', slots, speech: 'Ordered.' },
      { ...usual, dialogState: 'STARTED', slots, speech: undefined },
      { ...usual, isDelegated: true, dialogState: 'COMPLETED', slots, speech: 'Ordered.' },
    ])
  })
})

it('shows what was said when Alexa asks by itself, without a request to the skill', async () => {
  const { languageModel, dialog, prompts } = orderModel.interactionModel
  const automatic = { languageModel, dialog: { ...dialog, delegationStrategy: 'ALWAYS' }, prompts }
  const interactionModels = { 'en-US': { interactionModel: automatic } }
  const console = await startedConsole({ skill: tableTalk, emulator: { skill: { interactionModels } } })
  await console.send('say', { words: 'order a huge pizza' })
  const [event] = console.events.filter(({ type }) => type === 'turn')
  expect(event).toMatchObject({
    turn: {
      request: { type: 'NoRequest' },
      understood: { text: 'order a huge pizza', intent: 'OrderIntent' },
      response: { speech: 'When shall the huge one be ready?', isPrompt: true },
    },
  })
})

it('shows several values of a slot, which an intent accepts as a list', async () => {
  const console = await talking()
  await console.send('intent', { intent: 'ToppingIntent', slots: { toppings: ['ham', 'olives'] } })
  expect(console.turns()[0]?.request).toEqual({
    type: 'IntentRequest',
    locale: 'en-US',
    recognized: false,
    intent: 'ToppingIntent',
    slots: { toppings: ['ham', 'olives'] },
  })
})

describe('a request that is edited before it is replayed', () => {
  it('is sent in the session of that turn, with other attributes', async () => {
    const console = await talking(say('Hello.', { shouldEndSession: false }), say('Hello again.'), say('Edited.'))
    await console.send('open', {})
    await console.send('say', { words: 'order a huge pizza' })
    const before = (await console.json(2)).request as { request: object; session: { sessionId: string } }
    const request = { type: 'IntentRequest', intent: { name: 'AMAZON.HelpIntent' } }
    expect((await console.send('replay', { turnId: 2, edited: { request, attributes: { step: 3 } } })).status).toBe(204)
    expect(console.turns()[2]).toMatchObject({
      replayOf: 2,
      isEdited: true,
      request: { type: 'IntentRequest', intent: 'AMAZON.HelpIntent' },
      response: { speech: 'Edited.' },
    })
    expect((await console.json(3)).request).toMatchObject({
      session: { sessionId: before.session.sessionId, new: false, attributes: { step: 3 } },
      request: { ...request, locale: 'en-US', requestId: expect.stringMatching(/^amzn1/) },
    })
  })

  it('may have a type that no device sends', async () => {
    const console = await talking(say('Hello.'), { version: '1.0', response: {} })
    await console.send('open', {})
    const request = { type: 'CanFulfillIntentRequest', intent: { name: 'OrderIntent' } }
    expect((await console.send('replay', { turnId: 1, edited: { request } })).status).toBe(204)
    expect(console.turns()[1]).toMatchObject({ request: { type: 'CanFulfillIntentRequest' }, response: {} })
  })

  it.each([
    [{}, 'type'],
    [{ type: 'IntentRequest' }, 'intent'],
    [{ type: 'IntentRequest', intent: { name: '' } }, 'intent.name'],
    [{ type: 'IntentRequest', intent: { name: 'OrderIntent', slots: { size: 'huge' } } }, 'intent.slots.size'],
    [{ type: 'SessionResumedRequest' }, 'cause'],
  ])('is rejected if it cannot be sent: %j', async (request, path) => {
    const console = await talking()
    await console.send('open', {})
    const refused = await console.send('replay', { turnId: 1, edited: { request: request as { type: string } } })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toEqual({ message: expect.stringContaining(`edited.request.${path}: `) })
  })
})
