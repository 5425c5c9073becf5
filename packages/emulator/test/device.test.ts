import { fields } from '@alexa-profile/core'
import { describe, expect, it } from 'vitest'
import { call, emailPath } from './call.js'
import { listening } from './listening.js'
import { type Event, say, script } from './scripted-skill.js'
import { started } from './started.js'

const consentCard = (permissions: unknown) => ({ card: { type: 'AskForPermissionsConsent', permissions } })

describe('a session', () => {
  it('opens with a LaunchRequest that contains the API endpoint and token', async () => {
    const emulator = await started()
    const { skill, events } = script(say('Hello.'))
    const device = emulator.device(skill, { locale: 'de-DE' })
    const turn = await device.open()
    const { customer, url } = emulator
    expect(events).toEqual([turn.request])
    expect(turn.request).toEqual({
      version: '1.0',
      session: {
        new: true,
        sessionId: expect.stringMatching(/^amzn1\.echo-api\.session\./),
        application: { applicationId: 'amzn1.ask.skill.table-talk' },
        user: { userId: customer.userId },
      },
      context: {
        AudioPlayer: { playerActivity: 'IDLE' },
        System: {
          application: { applicationId: 'amzn1.ask.skill.table-talk' },
          user: { userId: customer.userId },
          device: { deviceId: customer.deviceId, supportedInterfaces: { AudioPlayer: {} } },
          apiEndpoint: url,
          apiAccessToken: expect.any(String),
        },
      },
      request: {
        type: 'LaunchRequest',
        requestId: expect.stringMatching(/^amzn1\.echo-api\.request\./),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        locale: 'de-DE',
        shouldLinkResultBeReturned: false,
      },
    })
    expect(turn).toMatchObject({ speech: 'Hello.', sessionOpen: true, violations: [], durationMs: expect.any(Number) })
    expect(device.sessionOpen).toBe(true)
  })

  it('continues with the next intent and a fresh token', async () => {
    const emulator = await started()
    const { skill, events } = script(say('Hello.'), say('Booked.'))
    const device = emulator.device(skill)
    await device.open()
    await device.intent('BookTableIntent', { date: '2026-12-24', partySize: '4' })
    const [launch, intent] = events
    expect(intent?.session).toMatchObject({ new: false, sessionId: launch?.session.sessionId })
    expect(intent?.request).toMatchObject({ type: 'IntentRequest' })
    expect(intent?.request).not.toHaveProperty('dialogState')
    const given = { confirmationStatus: 'NONE', source: 'USER' }
    expect(intent?.request.intent).toEqual({
      name: 'BookTableIntent',
      confirmationStatus: 'NONE',
      slots: {
        date: { name: 'date', value: '2026-12-24', ...given, slotValue: { type: 'Simple', value: '2026-12-24' } },
        partySize: { name: 'partySize', value: '4', ...given, slotValue: { type: 'Simple', value: '4' } },
      },
    })
    expect(intent?.context.System.apiAccessToken).not.toBe(launch?.context.System.apiAccessToken)
  })

  it('opens with an intent if no session is open', async () => {
    const emulator = await started()
    const { skill, events } = script(say('Booked.'))
    await emulator.device(skill).intent('BookTableIntent')
    expect(events[0]?.session.new).toBe(true)
  })

  it('sends the attributes of the last response, and no older attributes', async () => {
    const emulator = await started()
    const { skill, events } = script({ ...say('1'), sessionAttributes: { step: 1 } }, say('2'), say('3'))
    const device = emulator.device(skill)
    await device.open()
    await device.intent('NextIntent')
    await device.intent('NextIntent')
    expect(events.map(({ session }) => session.attributes)).toEqual([undefined, { step: 1 }, {}])
  })

  it.each([true, undefined])(
    'ends with shouldEndSession: %s, without another request to the skill',
    async (shouldEndSession) => {
      const emulator = await started()
      const { skill, events } = script(say('Bye.', { shouldEndSession }))
      const device = emulator.device(skill)
      expect(await device.open()).toMatchObject({ speech: 'Bye.', sessionOpen: false })
      expect(device.sessionOpen).toBe(false)
      expect(events).toHaveLength(1)
      await device.intent('BookTableIntent')
      expect(events[1]?.session.new).toBe(true)
      expect(events[1]?.session).not.toHaveProperty('attributes')
      expect(events[1]?.session.sessionId).not.toBe(events[0]?.session.sessionId)
    },
  )

  it.each([false, null])('continues with shouldEndSession: %s', async (shouldEndSession) => {
    const emulator = await started()
    const device = emulator.device(() => say('Well?', { shouldEndSession }))
    expect(await device.open()).toMatchObject({ sessionOpen: true, violations: [] })
  })

  it('ends with a purchase for any shouldEndSession', async () => {
    const emulator = await started()
    const buy = { type: 'Connections.SendRequest', name: 'Buy', payload: {}, token: 'hint' }
    const device = emulator.device(() => say('A hint?', { directives: [buy], shouldEndSession: false }))
    expect(await device.open()).toMatchObject({ sessionOpen: false, violations: [] })
  })

  it.each([undefined, null, {}, { version: '1.0', response: {} }])(
    'ends when the customer exits, and the skill may return %j',
    async (answer) => {
      const emulator = await started()
      const events: Event[] = []
      const device = emulator.device((event: Event) => {
        events.push(event)
        return event.request.type === 'SessionEndedRequest' ? answer : say('Hello.')
      })
      await device.open()
      expect(await device.end()).toMatchObject({ violations: [], sessionOpen: false })
      expect(events[1]?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' })
      await expect(device.end()).rejects.toMatchObject({ code: 'session-not-open' })
    },
  )
})

describe('what the customer gets', () => {
  it('is the spoken text of SSML', async () => {
    const emulator = await started()
    const ssml =
      '<speak><p>Fish &amp; chips,</p> <emphasis level="strong">Ann</emphasis>!<break time="1s"/>It<alexa:name type="first" personId="a>b"/>&#39;s &lt;3.</speak>'
    const speech = { outputSpeech: { type: 'SSML', ssml } }
    const turn = await emulator.device(() => say('', { ...speech, reprompt: speech })).open()
    expect(turn).toMatchObject({
      violations: [],
      ssml,
      speech: "Fish & chips, Ann! It's <3.",
      reprompt: "Fish & chips, Ann! It's <3.",
    })
  })

  it("contains the recognized speaker's first name in place of <alexa:name>", async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker({ givenName: 'Tom & <Jerry>' })
    const name = (personId: string) => `<alexa:name type="first" personId="${personId}"/>`
    const ssml = `<speak>Hello, ${name(speaker.personId)}, not ${name('amzn1.ask.person.UNKNOWN')}.</speak>`
    const device = emulator.device(() => say('', { outputSpeech: { type: 'SSML', ssml } }))
    expect(await device.open()).toMatchObject({ speech: 'Hello, Tom & <Jerry>, not .', ssml, violations: [] })
    speaker.clear('givenName')
    expect((await device.open()).speech).toBe('Hello, , not .')
  })

  it('is undefined if the skill says nothing', async () => {
    const emulator = await started()
    const turn = await emulator.device(() => ({ version: '1.0', response: { card: null } })).open()
    expect(turn).toMatchObject({ violations: [], directives: [], response: { version: '1.0' } })
    for (const member of ['speech', 'ssml', 'reprompt', 'card'] as const) expect(turn[member]).toBeUndefined()
  })

  it('includes directives', async () => {
    const emulator = await started()
    const directives = [{ type: 'Dialog.Delegate' }]
    expect((await emulator.device(() => say('Hi', { directives })).open()).directives).toEqual(directives)
  })

  it('includes consent cards, which the customer grants or ignores', async () => {
    const emulator = await started()
    const { customer } = emulator
    const device = emulator.device(() =>
      say('Look at the app.', consentCard([fields.email.scope.manifest, fields.name.scope.manifest])),
    )
    expect(await device.open()).toMatchObject({
      violations: [],
      card: { permissions: [fields.email.scope.manifest, fields.name.scope.manifest] },
    })
    await device.intent('AgainIntent')
    expect(customer.cards).toMatchObject([
      { state: 'open' },
      { state: 'open', permissions: [fields.email.scope.manifest, fields.name.scope.manifest] },
    ])
    customer.cards[0]?.ignore()
    expect(customer.granted).toEqual(new Set())
    customer.cards[1]?.grant()
    expect(customer.cards.map(({ state }) => state)).toEqual(['ignored', 'granted'])
    expect(customer.granted).toEqual(new Set([fields.email.scope.manifest, fields.name.scope.manifest]))
    expect(await call(emulator, emailPath)).toMatchObject({ status: 200 })
  })

  it('includes cards that are withdrawn with their permissions, permanently if the skill was disabled', async () => {
    const { customer, device } = await started()
    await device(() =>
      say('Look at the app.', consentCard([fields.email.scope.manifest, fields.name.scope.manifest])),
    ).open()
    const [card] = customer.cards
    card?.grant()
    customer.revoke('name')
    expect(card?.state).toBe('withdrawn')
    customer.grant('name')
    expect(card?.state).toBe('granted')
    customer.disableSkill()
    expect(card?.state).toBe('withdrawn')
    customer.enableSkill()
    customer.grantAll()
    expect(card?.state).toBe('withdrawn')
    card?.grant()
    expect(card?.state).toBe('granted')
  })

  it("goes to the device's customer", async () => {
    const emulator = await started()
    const bob = emulator.addCustomer({ givenName: 'Bob' })
    const turn = await emulator
      .device(() => say('Hi', consentCard([fields.email.scope.manifest])), { customer: bob })
      .open()
    expect(turn.request?.context.System).toMatchObject({
      user: { userId: bob.userId },
      device: { deviceId: bob.deviceId },
    })
    expect([bob.cards.length, emulator.customer.cards.length]).toEqual([1, 0])
  })
})

describe('the speaker', () => {
  it('can change from turn to turn', async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker()
    const { skill, events } = script(say('Hi'), say('Hi'), say('Hi'))
    const device = emulator.device(skill, { speaker })
    await device.open()
    device.speaker = undefined
    await device.intent('AgainIntent')
    expect(events.map(({ context }) => context.System.person)).toEqual([{ personId: speaker.personId }, undefined])
  })

  it('gets consent cards for the account, because cards have no level', async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker()
    await emulator.device(() => say('Hi', consentCard([fields.name.scope.manifest])), { speaker }).open()
    emulator.customer.cards[0]?.grant()
    expect([emulator.customer.granted.size, speaker.granted.size]).toEqual([1, 0])
  })
})

describe('a skill that is a function', () => {
  it('shares no objects with the emulator', async () => {
    const emulator = await started()
    const answer = { ...say('Hi'), sessionAttributes: { list: [1] } }
    const device = emulator.device((event: Event) => {
      event.session.sessionId = 'changed'
      return answer
    })
    const turn = await device.open()
    answer.sessionAttributes.list.push(2)
    expect(turn.request?.session?.sessionId).not.toBe('changed')
    expect((await device.intent('AgainIntent')).request?.session?.attributes).toEqual({ list: [1] })
  })

  it('gets a Lambda context', async () => {
    const emulator = await started({ skillTimeoutMs: 60_000 })
    let remainingMs = 0
    const turn = await emulator
      .device(
        (_: Event, context: { functionName: string; awsRequestId: string; getRemainingTimeInMillis(): number }) => {
          remainingMs = context.getRemainingTimeInMillis()
          return say(`${context.functionName} ${context.awsRequestId.length}`)
        },
      )
      .open()
    expect(turn.speech).toBe('alexa-skill 36')
    expect(remainingMs).toSatisfy((value: number) => value > 30_000 && value <= 60_000)
  })
})

describe('a skill that is a URL', () => {
  it('gets the envelope in a POST request', async () => {
    const emulator = await started()
    let received: unknown
    const url = await listening((request, response) => {
      let text = ''
      request.on('data', (chunk) => {
        text += chunk
      })
      request.on('end', () => {
        received = { method: request.method, type: request.headers['content-type'], envelope: JSON.parse(text) }
        response.setHeader('content-type', 'application/json').end(JSON.stringify(say('Grüß dich')))
      })
    })
    const turn = await emulator.device(new URL(url)).open()
    expect(turn).toMatchObject({ violations: [], speech: 'Grüß dich' })
    expect(received).toEqual({ method: 'POST', type: 'application/json;charset=UTF-8', envelope: turn.request })
  })

  it.each([
    ['skill-http-status', 500, JSON.stringify(say('Hi'))],
    ['skill-http-status', 302, ''],
    ['skill-not-json', 200, '<html>'],
    ['response-not-object', 200, ''],
    ['response-size', 200, `"${'a'.repeat(1024 * 1024)}"`],
    ['skill-not-json', 200, `{"version":"1.0","response":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`],
    ['skill-not-json', 200, `{"version":"1.0","response":{},"sessionAttributes":${'['.repeat(501)}${']'.repeat(501)}}`],
  ])('breaks the rule %s with status %i', async (rule, status, body) => {
    const emulator = await started()
    const url = await listening((_, response) => response.writeHead(status, { location: '/' }).end(body))
    expect((await emulator.device(url).open()).violations).toMatchObject([{ rule }])
  })

  it('breaks the rule skill-unreachable if no server listens', async () => {
    const emulator = await started()
    const other = await started()
    await other.close()
    expect((await emulator.device(other.url).open()).violations).toMatchObject([
      { rule: 'skill-unreachable', message: expect.stringContaining('ECONNREFUSED') },
    ])
  })

  it('breaks the rule skill-timeout if it does not respond in time', async () => {
    const emulator = await started({ skillTimeoutMs: 50 })
    const url = await listening(() => undefined)
    expect((await emulator.device(url).open()).violations).toMatchObject([{ rule: 'skill-timeout' }])
  })

  it('gets the end of the session if it hangs, and the device does not wait for it again', async () => {
    const skillTimeoutMs = 5000
    const emulator = await started({ skillTimeoutMs })
    let requests = 0
    const url = await listening(() => {
      requests += 1
    })
    const startedAt = performance.now()
    await emulator.device(url).open()
    expect(requests).toBe(2)
    expect(performance.now() - startedAt).toBeLessThan(2 * skillTimeoutMs - 100)
  })
})

it.each<[string, unknown, string]>([
  ['nothing', undefined, 'undefined'],
  ['an object that is not an error', { at: 'noon' }, 'an object that is not an error'],
  ['an object without a prototype', Object.create(null), 'an object that is not an error'],
  [
    'an object that cannot be read',
    new Proxy({}, { get: () => Reflect.ownKeys(1 as never) }),
    'a value that cannot be read',
  ],
])('describes a thrown value: %s', async (_, thrown, said) => {
  const emulator = await started()
  const [violation] = (await emulator.device(() => Promise.reject(thrown)).open()).violations
  expect(violation).toMatchObject({ rule: 'skill-error', message: expect.stringContaining(`threw ${said}`) })
})

describe('a violation', () => {
  const circular: { self?: unknown } = {}
  circular.self = circular
  it.each([
    ['skill-error', 'INVALID_RESPONSE', () => Promise.reject(new TypeError('no such table'))],
    ['skill-timeout', 'ENDPOINT_TIMEOUT', () => new Promise(() => undefined)],
    ['skill-not-json', 'INVALID_RESPONSE', () => circular],
    ['version', 'INVALID_RESPONSE', () => ({ ...say('Hi', consentCard([fields.email.scope.manifest])), version: '2' })],
  ])('%s ends the session with the error %s, and nothing reaches the customer', async (rule, type, act) => {
    const emulator = await started({ skillTimeoutMs: 2000 })
    const events: Event[] = []
    const device = emulator.device((event: Event) => {
      events.push(event)
      return events.length === 2 ? act() : { ...say('Hello.'), sessionAttributes: { step: 1 } }
    })
    await device.open()
    const turn = await device.intent('BreakIntent')
    expect(turn).toMatchObject({ violations: [{ rule }], directives: [], sessionOpen: false })
    for (const member of ['speech', 'ssml', 'reprompt', 'card'] as const) expect(turn[member]).toBeUndefined()
    expect(emulator.customer.cards).toEqual([])
    expect(device.sessionOpen).toBe(false)
    expect(events).toHaveLength(3)
    expect(events[2]).toMatchObject({
      session: { new: false, sessionId: events[0]?.session.sessionId, attributes: { step: 1 } },
      request: { type: 'SessionEndedRequest', reason: 'ERROR', error: { type, message: expect.any(String) } },
    })
  })

  it('keeps the response for the developer', async () => {
    const emulator = await started()
    const answer = { ...say('Hi'), version: '2' }
    expect((await emulator.device(() => answer).open()).response).toEqual(answer)
  })

  it('contains what the skill threw', async () => {
    const emulator = await started()
    const turn = await emulator
      .device(() => {
        throw new TypeError('no such table')
      })
      .open()
    expect(turn.violations[0]?.message).toBe('The skill threw TypeError no such table.')
  })

  it('ends its message with a single full stop', async () => {
    const emulator = await started()
    const turn = await emulator.device(() => Promise.reject(new Error('There is no such table.'))).open()
    expect(turn.violations[0]?.message).toBe('The skill threw Error There is no such table.')
  })

  it('at the end of a session does not cause another SessionEndedRequest', async () => {
    const emulator = await started()
    const { skill, events } = script(say('Hello.'), say('Bye.'))
    const device = emulator.device(skill)
    await device.open()
    expect((await device.end()).violations).toMatchObject([{ rule: 'response-not-expected' }])
    expect(events).toHaveLength(2)
  })
})
