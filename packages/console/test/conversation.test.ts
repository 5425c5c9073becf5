import type { RequestEnvelope } from '@alexa-profile/emulator'
import { describe, expect, it } from 'vitest'
import { say } from '../../emulator/test/scripted-skill.js'
import type { ConsoleEvent, TurnView } from '../src/index.js'
import { readEvents } from './event-reader.js'
import { type StartedConsole, startedConsole } from './started-console.js'
import { tableTalk } from './table-talk.js'

const email = 'alexa::profile:email:read'

function ofType<Type extends ConsoleEvent['type']>({ events }: StartedConsole, type: Type) {
  return events.filter((event): event is Extract<ConsoleEvent, { type: Type }> => event.type === type)
}

function turns(console: StartedConsole): TurnView[] {
  const latest = new Map(ofType(console, 'turn').map(({ turn }) => [turn.id, turn]))
  return [...latest.values()]
}

const lastState = (console: StartedConsole) => ofType(console, 'state').at(-1)?.state

describe('a turn', () => {
  it('is emitted when it begins and when it ends, with its requests to the profile API', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('intent', { intent: 'BookTableIntent', slots: { date: '2027-01-30' } })
    const [begun, answered] = ofType(console, 'turn')
    expect(begun?.turn).toMatchObject({
      id: 1,
      customerId: 1,
      request: { type: 'IntentRequest', intent: 'BookTableIntent', slots: { date: '2027-01-30' }, locale: 'en-US' },
    })
    expect(begun?.turn).not.toHaveProperty('response')
    expect(answered?.turn).toMatchObject({
      response: {
        speech: 'Please look at your Alexa app.',
        card: { type: 'AskForPermissionsConsent', permissions: [email] },
        sessionOpen: true,
        violations: [],
      },
      apiRequests: [{ field: 'email', status: 403, turnId: 1, attempt: 1 }],
    })
    await expect
      .poll(() => ofType(console, 'api-request').at(-1)?.request)
      .toMatchObject({ closedAfterMs: expect.any(Number) })

    expect(ofType(console, 'card')).toMatchObject([{ turnId: 1, card: { permissions: [email] } }])
  })

  it('is stored as the JSON that went over the wire, even if it is not a response', async () => {
    const answers: unknown[] = [say('Hello.'), ['not', 'an', 'envelope']]
    const console = await startedConsole({ skill: () => answers.shift() })
    await console.send('open', {})
    await console.send('open', {})
    expect(await console.json(1)).toMatchObject({
      request: {
        version: '1.0',
        request: { type: 'LaunchRequest' },
        context: { System: { apiEndpoint: console.emulator.url } },
      },
      response: say('Hello.'),
    })
    expect(await console.json(2)).toMatchObject({ response: ['not', 'an', 'envelope'] })
    expect(turns(console)[1]?.response?.violations).toMatchObject([{ rule: 'response-not-object' }])
  })

  it('is rejected while another turn is in progress, and without a skill', async () => {
    const console = await startedConsole()
    const refused = await console.send('open', {})
    expect([refused.status, await refused.json()]).toEqual([409, { message: 'There is no skill to talk to yet.' }])
    let respond = (_response: object) => {}
    console.useSkill(() => new Promise<object>((resolve) => (respond = resolve)))
    const first = console.send('open', {})
    await expect.poll(() => turns(console)).toHaveLength(1)
    expect((await console.send('open', {})).status).toBe(409)
    respond(say('Hello.'))
    expect((await first).status).toBe(204)
  })

  it('counts how often a field was requested', async () => {
    const skill = async (event: Parameters<typeof tableTalk>[0]) => {
      await tableTalk(event)
      return tableTalk(event)
    }
    const console = await startedConsole({ skill })
    await console.send('intent', { intent: 'BookTableIntent', slots: {} })
    expect(turns(console)[0]?.apiRequests.map(({ attempt }) => attempt)).toEqual([1, 2])
  })

  it('contains progressive responses, and requests that the emulator does not support', async () => {
    const skill = async ({ context: { System }, request }: RequestEnvelope) => {
      const post = (path: string, body: object) =>
        fetch(`${System.apiEndpoint}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${System.apiAccessToken}` },
          body: JSON.stringify(body),
        })
      const directive = { type: 'VoicePlayer.Speak', speech: '<speak>One moment.</speak>' }
      await post('/v1/directives', { header: { requestId: request.requestId }, directive })
      await post('/v1/directives', { header: { requestId: request.requestId }, directive })
      await post('/v1/alerts/reminders', {})
      return say('Done.')
    }
    const console = await startedConsole({ skill })
    await console.send('open', {})
    const [turn] = turns(console)
    expect(turn?.response).toMatchObject({
      speech: 'Done.',
      progressiveResponses: [{ speech: 'One moment.', afterMs: expect.any(Number) }, { speech: 'One moment.' }],
      notEmulated: ['POST /v1/alerts/reminders'],
    })
    expect(turn?.apiRequests).toMatchObject([
      { path: '/v1/directives', status: 204, attempt: 1 },
      { path: '/v1/directives', attempt: 1 },
      { status: 404, problem: 'The emulator does not support POST /v1/alerts/reminders.' },
    ])
  })

  it('can be replayed, and is marked as a replay', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('intent', { intent: 'BookTableIntent', slots: {} })
    console.emulator.customer.grant('email')
    await console.send('replay', { turnId: 1 })
    expect(turns(console)[1]).toMatchObject({
      replayOf: 1,
      response: { speech: expect.stringContaining('ann@example.com') },
    })
    expect((await console.send('replay', { turnId: 9 })).status).toBe(409)
    await console.send('open', {})
    expect(turns(console)[2]).not.toHaveProperty('replayOf')
  })

  it('also appears if a program started it', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.emulator.device(tableTalk).open()
    expect(turns(console)).toMatchObject([{ response: { speech: 'Welcome to Table Talk.' } }])
  })
})

describe('consent', () => {
  it('is granted with a card', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('intent', { intent: 'BookTableIntent', slots: {} })
    await expect.poll(() => lastState(console)?.customer.cards).toHaveLength(1)
    const [card] = lastState(console)?.customer.cards ?? []
    expect(card).toMatchObject({ permissions: [email], state: 'open' })
    await console.send('grant-card', { cardId: card?.id ?? 0 })
    await console.emulator.eventsDelivered()
    await expect
      .poll(() => lastState(console)?.customer)
      .toMatchObject({
        granted: [email],
        cards: [{ state: 'granted' }],
      })

    expect(ofType(console, 'skill-event')).toMatchObject([
      { event: { type: 'AlexaSkillEvent.SkillPermissionAccepted', acknowledged: true, accepted: [email] } },
    ])
  })

  it.each([
    ['accept', 'accept'],
    ['deny', 'deny'],
    ['silence', 'silence'],
    ['redirect', 'redirect'],
    ['failure', 'failure'],
  ] as const)('by voice is stored with its consent answer: %s', async (answer, shown) => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('intent', { intent: 'AskIntent', slots: {} })
    await expect
      .poll(() => lastState(console)?.customer.prompts)
      .toEqual([{ turnId: 1, permissions: [{ permissionScope: email, consentLevel: 'ACCOUNT' }], answer: 'pending' }])

    await console.send('answer-consent', { answer })
    await expect.poll(() => lastState(console)?.customer.prompts).toMatchObject([{ answer: shown }])
  })

  it('by voice is dropped if the customer says something else', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('intent', { intent: 'AskIntent', slots: {} })
    await console.send('open', {})
    await expect.poll(() => lastState(console)?.customer.prompts).toMatchObject([{ answer: 'dropped' }])
    expect((await console.send('answer-consent', { answer: 'accept' })).status).toBe(409)
  })
})

describe('the state', () => {
  it('follows commands of the page', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('set-data', { values: { givenName: 'Zoë', email: null } })
    await console.send('set-permission', { scope: email, granted: true })
    await console.send('add-speaker', { data: { givenName: 'Ben' } })
    await console.send('choose-speaker', { speakerId: 1 })
    await console.send('set-data', { speakerId: 1, values: { mobileNumber: { phoneNumber: '030 123' } } })
    await console.send('set-situation', { name: 'throttled', on: true, requests: 2 })
    await console.send('set-situation', { name: 'events-twice', on: true })
    await console.send('set-locale', { locale: 'de-DE' })
    await console.send('declare', { scopes: [email] })
    await expect
      .poll(() => lastState(console))
      .toMatchObject({
        locale: 'de-DE',
        declaredScopes: [email],
        situations: [{ name: 'throttled', requests: 2 }, { name: 'events-twice' }],
        customer: {
          data: { givenName: 'Zoë' },
          granted: [email],
          speakers: [{ id: 1, data: { givenName: 'Ben', mobileNumber: { phoneNumber: '030 123' } }, granted: [] }],
          speakerId: 1,
        },
      })

    expect(lastState(console)?.customer.data).not.toHaveProperty('email')
    await console.send('set-situation', { name: 'throttled', on: false })
    await console.send('choose-speaker', { speakerId: null })
    await expect.poll(() => lastState(console)).toMatchObject({ situations: [{ name: 'events-twice' }] })
    expect(lastState(console)?.customer.speakerId).toBeUndefined()
  })

  it('follows changes by a program', async () => {
    const console = await startedConsole({ skill: tableTalk })
    console.emulator.customer.set({ name: 'Zoë Example' })
    console.emulator.situation('silent')
    await expect
      .poll(() => lastState(console))
      .toMatchObject({
        customer: { data: { name: 'Zoë Example' } },
        situations: [{ name: 'silent' }],
      })
  })

  it('is about the chosen customer', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('add-customer', { data: { givenName: 'Bob' } })
    await console.send('open', {})
    expect(turns(console)).toMatchObject([{ customerId: 2 }])
    await expect
      .poll(() => lastState(console))
      .toMatchObject({
        customers: [
          { id: 1, name: 'Ann' },
          { id: 2, name: 'Bob' },
        ],
        customer: { id: 2, sessionOpen: true },
      })

    await console.send('choose-customer', { customerId: 1 })
    await expect.poll(() => lastState(console)).toMatchObject({ customer: { id: 1, sessionOpen: false } })
    expect((await console.send('choose-customer', { customerId: 3 })).status).toBe(409)
  })

  it("offers the intents of the interaction model, in the conversation's language", async () => {
    const model = (invocationName: string) => ({
      interactionModel: {
        languageModel: {
          invocationName,
          intents: [
            { name: 'BookTableIntent', slots: [{ name: 'date', type: 'AMAZON.DATE' }], samples: ['book {date}'] },
          ],
        },
      },
    })
    const interactionModels = { 'en-US': model('table talk'), 'de-DE': model('tisch talk'), 'fr-FR': 'broken' }
    const console = await startedConsole({ skill: tableTalk, emulator: { skill: { interactionModels } } })
    const { state } = await (await readEvents(console.url)).snapshot()
    expect(state).toMatchObject({ locale: 'en-US', locales: ['en-US', 'de-DE', 'fr-FR'] })
    expect(state.model).toEqual({
      locale: 'en-US',
      invocationName: 'table talk',
      intents: [
        {
          name: 'BookTableIntent',
          slots: [{ name: 'date', type: 'AMAZON.DATE', multipleValues: false }],
          samples: ['book {date}'],
        },
      ],
    })
    await console.send('set-locale', { locale: 'de-DE' })
    await expect.poll(() => lastState(console)?.model?.invocationName).toBe('tisch talk')
    await console.send('set-locale', { locale: 'fr-FR' })
    await expect.poll(() => lastState(console)?.model).toMatchObject({ intents: [] })
  })
})

describe('a skill', () => {
  it('can be replaced in the middle of a session', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('open', {})
    console.useSkill(() => say('I was reloaded.'))
    console.report({ level: 'info', title: 'Reloaded', detail: 'src/index.ts' })
    await console.send('intent', { intent: 'HelpIntent', slots: {} })
    const [first, second] = await Promise.all([console.json(1), console.json(2)])
    expect(second.request).toMatchObject({ session: { new: false, sessionId: sessionId(first.request) } })
    expect(turns(console)[1]?.response?.speech).toBe('I was reloaded.')
    expect(ofType(console, 'notice')).toMatchObject([
      { notice: { level: 'info', title: 'Reloaded', detail: 'src/index.ts' } },
    ])
  })

  it('at a URL is shown with the certificate that its verifier must trust', async () => {
    const console = await startedConsole({ skill: 'http://127.0.0.1:1/skill' })
    await expect
      .poll(() => lastState(console))
      .toMatchObject({
        skill: { status: 'unknown', name: 'http://127.0.0.1:1/skill' },
        signing: { root: expect.stringContaining('BEGIN CERTIFICATE') },
      })
  })

  it('is rejected if it is neither a function nor a URL', async () => {
    await expect(startedConsole({ skill: 'skill.js' })).rejects.toThrow(/http\(s\) URL/)
  })
})

it('starts over without a session or turns, and keeps data and consent', async () => {
  const console = await startedConsole({ skill: tableTalk })
  await console.send('open', {})
  console.emulator.customer.grant('email')
  await console.send('start-over', {})
  const { turns: shown, state } = await (await readEvents(console.url)).snapshot()
  expect(shown).toEqual([])
  expect(state.customer).toMatchObject({ sessionOpen: false, granted: [email] })
  expect((await console.send('end', {})).status).toBe(409)
})

it('restores everything after Start over, until the next turn', async () => {
  const console = await startedConsole({ skill: tableTalk })
  await console.send('open', {})
  await console.send('intent', { intent: 'AskIntent', slots: {} })
  expect((await console.send('undo-start-over', {})).status).toBe(409)
  await console.send('start-over', {})
  await expect.poll(() => lastState(console)).toMatchObject({ canUndoStartOver: true, customer: { prompts: [] } })
  expect((await console.send('undo-start-over', {})).status).toBe(204)
  expect(ofType(console, 'restored')).toMatchObject([{ turns: [{ id: 1 }, { id: 2 }] }])
  const { turns: shown, state } = await (await readEvents(console.url)).snapshot()
  expect(shown.map(({ id }) => id)).toEqual([1, 2])
  expect(state).toMatchObject({
    canUndoStartOver: false,
    customer: { sessionOpen: true, prompts: [{ answer: 'pending' }] },
  })
  expect((await console.send('answer-consent', { answer: 'deny' })).status).toBe(204)
  expect(await console.json(3)).toMatchObject({ request: { session: { new: false } } })
  const exported = await (await fetch(new URL('/console/exported.test.ts', console.url))).text()
  expect(exported).toContain("device.intent('AskIntent')")

  await console.send('start-over', {})
  await console.send('open', {})
  expect((await console.send('undo-start-over', {})).status).toBe(409)
})

it('lets the customer say nothing, and a test repeats it', async () => {
  const reprompt = { outputSpeech: { type: 'PlainText', text: 'At what time?' } }
  const console = await startedConsole({ skill: () => say('When?', { reprompt, shouldEndSession: false }) })
  await console.send('open', {})
  expect((await console.send('silence', {})).status).toBe(204)
  expect(turns(console).at(-1)).toMatchObject({
    request: { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' },
    response: { speech: 'At what time?' },
  })
  const exported = await (await fetch(new URL('/console/exported.test.ts', console.url))).text()
  expect(exported).toContain('await device.silence()')
  expect((await console.send('silence', {})).status).toBe(409)
})

it('rejects a locale and an intent that the skill does not support', async () => {
  const model = { languageModel: { intents: [{ name: 'BookTableIntent' }] } }
  const interactionModels = { 'en-US': { interactionModel: model } }
  const console = await startedConsole({ skill: tableTalk, emulator: { skill: { interactionModels } } })
  const misspelt = await console.send('intent', { intent: 'BookTabelIntent', slots: {} })
  expect(misspelt.status).toBe(409)
  expect(await misspelt.json()).toMatchObject({ message: expect.stringContaining('Did you mean "BookTableIntent"?') })
  await console.send('set-locale', { locale: 'fr-FR' })
  const open = await console.send('open', {})
  expect(open.status).toBe(409)
  expect(await open.json()).toMatchObject({ message: expect.stringContaining('Its locales: en-US.') })
})

it('shows what Alexa asks by itself, without a request to the skill', async () => {
  const slot = { name: 'date', type: 'AMAZON.DATE', elicitationRequired: true, prompts: { elicitation: 'Elicit.Date' } }
  const model = {
    languageModel: { intents: [{ name: 'BookTableIntent', slots: [{ name: 'date', type: 'AMAZON.DATE' }] }] },
    dialog: { delegationStrategy: 'ALWAYS', intents: [{ name: 'BookTableIntent', slots: [slot] }] },
    prompts: [{ id: 'Elicit.Date', variations: [{ type: 'PlainText', value: 'For which day?' }] }],
  }
  const interactionModels = { 'en-US': { interactionModel: model } }
  const console = await startedConsole({ skill: tableTalk, emulator: { skill: { interactionModels } } })
  await console.send('intent', { intent: 'BookTableIntent', slots: {} })
  expect(turns(console)).toMatchObject([{ request: { type: 'NoRequest' }, response: { speech: 'For which day?' } }])
  expect((await console.send('replay', { turnId: 1 })).status).toBe(409)
  await console.send('intent', { intent: 'BookTableIntent', slots: { date: '2027-01-30' } })
  expect(turns(console).at(-1)).toMatchObject({ id: 2, request: { intent: 'BookTableIntent' } })
  const exported = await (await fetch(new URL('/console/exported.test.ts', console.url))).text()
  expect(exported).toContain("const turn1 = await device.intent('BookTableIntent')")
})

it('rejects an unknown option', async () => {
  await expect(startedConsole({ lcoale: 'de-DE' } as never)).rejects.toThrow('Did you mean "locale"?')
})

it('does not start over during a turn', async () => {
  let respond = (_response: object) => {}
  const response = new Promise<object>((resolve) => {
    respond = resolve
  })
  const console = await startedConsole({ skill: () => response })
  const open = console.send('open', {})
  await expect.poll(() => turns(console)).toHaveLength(1)
  expect((await console.send('start-over', {})).status).toBe(409)
  respond(say('Hello.'))
  expect((await open).status).toBe(204)
})

it('continues if a listener throws', async () => {
  const console = await startedConsole({ skill: tableTalk })
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve))
  console.subscribe(() => {
    throw new Error('broken listener')
  })
  await console.send('open', {})
  expect((await warned).message).toBe('broken listener')
  expect(turns(console)).toHaveLength(1)
})

function sessionId(request: unknown): unknown {
  return (request as { session: { sessionId: string } }).session.sessionId
}
