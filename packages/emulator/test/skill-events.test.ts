import { fields } from '@alexa-profile/core'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type EventEnvelope, type SkillEventType, startEmulator } from '../src/index.js'
import { call, emailPath } from './call.js'
import { answering, listening } from './listening.js'
import { script } from './scripted-skill.js'
import { started } from './started.js'

const accepted = 'AlexaSkillEvent.SkillPermissionAccepted'
const changed = 'AlexaSkillEvent.SkillPermissionChanged'
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const wholeSeconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const scopes = (...list: string[]) => list.map((scope) => ({ scope }))

const voiceConsent = (...permissionScopes: object[]) => ({
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.AskForPermissionsConsent/2',
  input: { '@type': 'AskForPermissionsConsentRequest', '@version': '2', permissionScopes },
})

/** A skill that acknowledges every event after the first `failures`, and stores them all. */
function listener(failures: readonly unknown[] = []) {
  const received: EventEnvelope[] = []
  async function skill(event: EventEnvelope) {
    const index = received.push(event) - 1
    if (index < failures.length) return failures[index]
    return {}
  }
  return { received, skill, types: () => received.map(({ request }) => request.type) }
}

describe('an event', () => {
  it('has the envelope of a real event, without a session, a device or a locale', async () => {
    const emulator = await started()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    emulator.customer.grant('email', 'name')
    await emulator.eventsDelivered()
    const token = received[0]?.context.System.apiAccessToken
    const time = received[0]?.request.timestamp
    expect(received).toEqual([
      {
        version: '1.0',
        context: {
          System: {
            application: { applicationId: 'amzn1.ask.skill.table-talk' },
            user: { userId: emulator.customer.userId, permissions: { consentToken: token } },
            apiEndpoint: emulator.url,
            apiAccessToken: expect.any(String),
          },
        },
        request: {
          type: accepted,
          requestId: expect.stringMatching(uuid),
          timestamp: expect.stringMatching(wholeSeconds),
          eventCreationTime: time,
          eventPublishingTime: time,
          body: { acceptedPermissions: scopes(fields.email.scope.manifest, fields.name.scope.manifest) },
        },
      },
    ])
    expect(emulator.events).toEqual([
      { envelope: received[0], subscribed: true, attempts: 1, acknowledged: true, violations: [] },
    ])
  })

  it('contains a token that is valid for an hour', async () => {
    const emulator = await started()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    onTestFinished(() => void vi.useRealTimers())
    const token = received[0]?.context.System.apiAccessToken
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_590_000 })
    expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 200 })
    vi.setSystemTime(Date.now() + 20_000)
    expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 401 })
  })

  it('is sent for each change of consent that has an effect, and contains everything that is granted', async () => {
    const emulator = await started()
    const { customer } = emulator
    const { received, skill } = listener()
    emulator.subscribe(skill)
    customer.revokeAll()
    customer.grant('email')
    customer.grant('email')
    customer.grant('email', 'name')
    customer.revoke('mobileNumber')
    customer.revoke('email')
    customer.revokeAll()
    customer.grant('givenName')
    await emulator.eventsDelivered()
    const bodies = received.map(({ request }) => [request.type, 'body' in request && request.body])
    expect(bodies).toEqual([
      [accepted, { acceptedPermissions: scopes(fields.email.scope.manifest) }],
      [changed, { acceptedPermissions: scopes(fields.email.scope.manifest, fields.name.scope.manifest) }],
      [changed, { acceptedPermissions: scopes(fields.name.scope.manifest) }],
      [changed, { acceptedPermissions: [] }],
      [accepted, { acceptedPermissions: scopes(fields.givenName.scope.manifest) }],
    ])
    expect(received[3]?.context.System.user).toEqual({ userId: customer.userId })
  })

  it('shows its order, although times are in whole seconds', async () => {
    const emulator = await started()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    for (const field of ['email', 'name', 'givenName'] as const) emulator.customer.grant(field)
    await emulator.eventsDelivered()
    const times = received.map(({ request }) => request.eventCreationTime)
    expect(times).toEqual([...new Set(times)].sort())
  })

  it('is sent for a card, and for voice consent', async () => {
    const emulator = await started()
    const { types, skill } = listener()
    emulator.subscribe(skill)
    const card = { type: 'AskForPermissionsConsent', permissions: [fields.email.scope.manifest] }
    const directives = [voiceConsent({ permissionScope: fields.name.scope.manifest, consentLevel: 'ACCOUNT' })]
    const device = emulator.device(script({ version: '1.0', response: { card, directives } }).skill)
    await device.open()
    emulator.customer.cards[0]?.grant()
    emulator.customer.cards[0]?.grant()
    await device.answerConsent('accept')
    await emulator.eventsDelivered()
    expect(types()).toEqual([accepted, changed])
  })

  it('is sent once for a consent answer that grants at both levels', async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    const directive = voiceConsent(
      { permissionScope: fields.email.scope.manifest, consentLevel: 'ACCOUNT' },
      { permissionScope: fields.name.scope.manifest, consentLevel: 'PERSON' },
    )
    const answer = { version: '1.0', response: { directives: [directive] } }
    const device = emulator.device(script(answer, answer).skill, { speaker })
    await device.open()
    await device.answerConsent('accept')
    await device.answerConsent('accept')
    await emulator.eventsDelivered()
    expect(received).toMatchObject([
      {
        context: { System: { person: { personId: speaker.personId } } },
        request: {
          type: accepted,
          body: {
            acceptedPermissions: scopes(fields.email.scope.manifest),
            acceptedPersonPermissions: scopes(fields.name.scope.manifest),
          },
        },
      },
    ])
  })

  it('contains both levels if a speaker’s consent changes', async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    speaker.grant('givenName')
    emulator.customer.grant('email')
    speaker.revokeAll()
    await emulator.eventsDelivered()
    const seen = received.map(({ context, request }) => [
      request.type,
      context.System.person?.personId,
      'body' in request && request.body,
    ])
    expect(seen).toEqual([
      [
        accepted,
        speaker.personId,
        { acceptedPermissions: [], acceptedPersonPermissions: scopes(fields.givenName.scope.manifest) },
      ],
      [changed, undefined, { acceptedPermissions: scopes(fields.email.scope.manifest) }],
      [
        changed,
        speaker.personId,
        { acceptedPermissions: scopes(fields.email.scope.manifest), acceptedPersonPermissions: [] },
      ],
    ])
    const token = received[0]?.context.System.apiAccessToken
    speaker.grant('name')
    expect(await call(emulator, fields.name.path.speaker, { token })).toMatchObject({ status: 200 })
  })

  it('is about the customer whose consent has changed', async () => {
    const emulator = await started()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    const bob = emulator.addCustomer()
    bob.grant('email')
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    expect(received.map(({ context, request }) => [context.System.user.userId, request.type])).toEqual([
      [bob.userId, accepted],
      [emulator.customer.userId, accepted],
    ])
  })
})

describe('a customer who disables the skill', () => {
  it('has new ids after enabling it again, and has granted nothing', async () => {
    const emulator = await started()
    const { customer } = emulator
    const speaker = customer.addSpeaker()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    customer.grant('email')
    speaker.grant('name')
    const { userId, deviceId } = customer
    customer.disableSkill()
    customer.disableSkill()
    expect([customer.granted.size, speaker.granted.size, customer.skillEnabled]).toEqual([0, 0, false])
    customer.enableSkill()
    customer.enableSkill()
    expect(customer.skillEnabled).toBe(true)
    expect(customer.userId).not.toBe(userId)
    expect(customer.deviceId).not.toBe(deviceId)
    customer.grant('name')
    await emulator.eventsDelivered()
    expect(received.slice(2)).toMatchObject([
      {
        context: { System: { user: { userId } } },
        request: {
          type: 'AlexaSkillEvent.SkillDisabled',
          body: { userInformationPersistenceStatus: 'NOT_PERSISTED' },
        },
      },
      {
        context: { System: { user: { userId: customer.userId } } },
        request: { type: 'AlexaSkillEvent.SkillEnabled' },
      },
      { request: { type: accepted } },
    ])
    expect(received[2]?.context.System.user).toEqual({ userId })
    expect(received[3]?.request).not.toHaveProperty('body')
  })

  it('cannot use it or consent until enabling it again, and then starts from the beginning', async () => {
    const emulator = await started()
    const { customer } = emulator
    const { skill, events } = script({
      version: '1.0',
      response: {
        card: { type: 'AskForPermissionsConsent', permissions: [fields.email.scope.manifest] },
        shouldEndSession: false,
      },
    })
    const device = emulator.device(skill)
    await device.open()
    customer.disableSkill()
    expect(device.sessionOpen).toBe(false)
    const disabled = expect.objectContaining({ code: 'skill-disabled' })
    await expect(device.open()).rejects.toEqual(disabled)
    await expect(device.end()).rejects.toMatchObject({ code: 'session-not-open' })
    expect(() => emulator.envelope()).toThrow(disabled)
    expect(() => customer.grant('email')).toThrow(disabled)
    expect(() => customer.cards[0]?.grant()).toThrow(disabled)
    expect(customer.cards[0]?.state).toBe('open')
    customer.revokeAll()
    customer.enableSkill()
    expect(device.sessionOpen).toBe(false)
    await device.intent('BookTableIntent')
    expect(events[1]?.session).toMatchObject({ new: true, user: { userId: customer.userId } })
  })
})

describe('delivery', () => {
  it('is to every subscriber, from the start of the subscription to its end', async () => {
    const emulator = await started()
    const [early, late] = [listener(), listener()]
    emulator.customer.grant('email')
    const unsubscribe = emulator.subscribe(early.skill)
    emulator.customer.grant('name')
    emulator.subscribe(late.skill)
    emulator.customer.grant('givenName')
    unsubscribe()
    emulator.customer.grant('mobileNumber')
    await emulator.eventsDelivered()
    expect([early.received.length, late.received.length, emulator.events.length]).toEqual([2, 2, 4])
    expect(early.received[1]).toEqual(late.received[0])
  })

  it('is complete immediately without a subscriber', async () => {
    const emulator = await started()
    emulator.customer.grantAll()
    await emulator.eventsDelivered()
    expect(emulator.events).toEqual([])
  })

  it('needs no call of eventsDelivered(), and is one after the other', async () => {
    const emulator = await started()
    let running = 0
    let most = 0
    emulator.subscribe(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
    })
    emulator.customer.grant('email')
    emulator.customer.grant('name')
    await expect.poll(() => emulator.events.length).toBe(2)
    expect(most).toBe(1)
  })

  it('includes events that happen while another event is handled', async () => {
    const emulator = await started()
    emulator.subscribe(({ request }: EventEnvelope) => {
      if (request.type === accepted) emulator.customer.grant('name')
    })
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    expect(emulator.events.map(({ envelope }) => envelope.request.type)).toEqual([accepted, changed])
  })

  it('can be to a URL', async () => {
    const emulator = await started()
    const { received, skill } = listener()
    emulator.subscribe(await listening(answering((event: EventEnvelope) => void skill(event))))
    emulator.customer.grant('email')
    emulator.customer.disableSkill()
    await emulator.eventsDelivered()
    expect(emulator.events).toMatchObject([
      { envelope: received[0], attempts: 1, acknowledged: true, violations: [] },
      { envelope: received[1], attempts: 1, acknowledged: true, violations: [] },
    ])
  })

  it.each([undefined, null, {}, { version: '1.0', response: {} }])('is acknowledged by %j', async (answer) => {
    const emulator = await started()
    emulator.subscribe(() => answer)
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    expect(emulator.events).toMatchObject([{ attempts: 1, acknowledged: true, violations: [] }])
  })

  it('reports a response that Alexa does not expect', async () => {
    const emulator = await started()
    emulator.subscribe(() => ({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: 'Thanks!' } } }))
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    expect(emulator.events).toMatchObject([
      { attempts: 1, acknowledged: true, violations: [{ rule: 'response-not-expected' }] },
    ])
  })

  it('repeats the same event until the skill acknowledges it', async () => {
    const emulator = await started({ eventRetryDelayMs: 5 })
    const { received, skill } = listener([Promise.reject(new Error('busy')), 'What?'])
    emulator.subscribe(skill)
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    expect(received).toHaveLength(3)
    expect(received[1]).toEqual(received[0])
    expect(received[2]).toEqual(received[0])
    expect(emulator.events).toMatchObject([{ attempts: 3, acknowledged: true, violations: [] }])
  })

  it.each([
    ['skill-error', () => Promise.reject(new Error('broken'))],
    ['skill-timeout', () => new Promise(() => undefined)],
    ['response-not-object', () => 'What?'],
  ])('is abandoned after three attempts: %s', async (rule, skill) => {
    const emulator = await started({ eventRetryDelayMs: 5, skillTimeoutMs: rule === 'skill-timeout' ? 50 : 8000 })
    emulator.subscribe(skill)
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    expect(emulator.events).toMatchObject([{ attempts: 3, acknowledged: false, violations: [{ rule }] }])
  })

  it.each([
    ['skill-http-status', 500, ''],
    ['skill-not-json', 200, 'OK'],
  ])('is abandoned after three attempts at a URL: %s', async (rule, status, body) => {
    const emulator = await started({ eventRetryDelayMs: 5 })
    emulator.subscribe(await listening((_, response) => response.writeHead(status).end(body)))
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    expect(emulator.events).toMatchObject([{ attempts: 3, acknowledged: false, violations: [{ rule }] }])
  })

  it('ends when the emulator is closed, even if it hangs', async () => {
    const emulator = await startEmulator({ skillTimeoutMs: 60_000 })
    let [arrived, gone] = [false, false]
    const url = await listening((_, response) => {
      arrived = true
      response.once('close', () => {
        gone = true
      })
    })
    emulator.subscribe(url)
    emulator.customer.grant('email')
    emulator.customer.grant('name')
    await expect.poll(() => arrived).toBe(true)
    const delivered = emulator.eventsDelivered()
    await emulator.close()
    await delivered
    await expect.poll(() => gone).toBe(true)
    emulator.customer.grant('givenName')
    await emulator.eventsDelivered()
    expect(emulator.events).toEqual([])
    expect(() => emulator.subscribe(url)).toThrow(expect.objectContaining({ code: 'emulator-closed' }))
  })
})

describe('the situation', () => {
  it('events-twice delivers each event twice', async () => {
    const emulator = await started()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    emulator.situation('events-twice')
    emulator.customer.grant('email')
    emulator.clearSituations()
    emulator.customer.grant('name')
    await emulator.eventsDelivered()
    expect(received).toHaveLength(3)
    expect(received[1]).toEqual(received[0])
    expect(received[2]?.request.requestId).not.toBe(received[0]?.request.requestId)
  })

  it('events-reordered delivers the latest of the waiting events first', async () => {
    const emulator = await started()
    const { received, skill } = listener()
    emulator.subscribe(skill)
    emulator.situation('events-reordered')
    emulator.customer.grant('email')
    emulator.customer.grant('name')
    emulator.customer.revokeAll()
    await emulator.eventsDelivered()
    const lengths = received.map(({ request }) => 'body' in request && request.body)
    expect(lengths).toEqual([
      { acceptedPermissions: [] },
      { acceptedPermissions: scopes(fields.email.scope.manifest, fields.name.scope.manifest) },
      { acceptedPermissions: scopes(fields.email.scope.manifest) },
    ])
    const times = received.map(({ request }) => request.eventCreationTime)
    expect(times).toEqual([...new Set(times)].sort().reverse())
  })

  it('events-reordered holds back a single event until another happens', async () => {
    const emulator = await started()
    const { types, skill } = listener()
    emulator.subscribe(skill)
    emulator.situation('events-reordered')
    emulator.customer.grant('email')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(types()).toEqual([])
    emulator.customer.grant('name')
    await expect.poll(types).toEqual([changed, accepted])
  })

  it.each(['clearSituations', 'eventsDelivered'] as const)('events-reordered ends its wait with %s', async (act) => {
    const emulator = await started()
    const { types, skill } = listener()
    emulator.subscribe(skill)
    emulator.situation('events-reordered')
    emulator.customer.grant('email')
    await emulator[act]()
    await expect.poll(types).toEqual([accepted])
  })

  it.each([
    [undefined, 1_800_000],
    [60_000, 60_000],
  ])(
    'events-late delivers events that were created %s ms ago, with a token of the same age',
    async (delayMs, ageMs) => {
      const emulator = await started()
      const { received, skill } = listener()
      emulator.subscribe(skill)
      emulator.situation('events-late', { delayMs })
      emulator.customer.grant('email')
      await emulator.eventsDelivered()
      onTestFinished(() => void vi.useRealTimers())
      const request = received[0]?.request
      const seenAgeMs = Date.now() - Date.parse(String(request?.timestamp))
      expect(Math.abs(seenAgeMs - ageMs)).toBeLessThan(10_000)
      expect(request).toMatchObject({ eventCreationTime: request?.timestamp, eventPublishingTime: request?.timestamp })
      const token = received[0]?.context.System.apiAccessToken
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 - ageMs - 15_000 })
      expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 200 })
      vi.setSystemTime(Date.now() + 20_000)
      expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 401 })
    },
  )

  it('can be combined with others', async () => {
    const emulator = await started()
    const { types, skill } = listener()
    emulator.subscribe(skill)
    emulator.situation('events-twice')
    emulator.situation('events-reordered')
    emulator.situation('unavailable')
    emulator.customer.grant('email')
    emulator.customer.grant('name')
    await emulator.eventsDelivered()
    expect(types()).toEqual([changed, changed, accepted, accepted])
    expect(await call(emulator, emailPath)).toMatchObject({ status: 503 })
  })
})

describe('an event envelope for a unit test', () => {
  it('contains what is granted, and needs no subscriber', async () => {
    const emulator = await started()
    const speaker = emulator.addCustomer().addSpeaker()
    speaker.grant('name')
    const { context, request } = emulator.eventEnvelope(changed, { speaker })
    expect(context.System).toMatchObject({
      user: { userId: speaker.customer.userId },
      person: { personId: speaker.personId },
    })
    expect(request.body).toEqual({
      acceptedPermissions: [],
      acceptedPersonPermissions: scopes(fields.name.scope.manifest),
    })
    const token = context.System.apiAccessToken
    expect(await call(emulator, fields.name.path.speaker, { token })).toMatchObject({ status: 200 })
  })

  it.each<SkillEventType>(['AlexaSkillEvent.SkillEnabled', 'AlexaSkillEvent.SkillDisabled', accepted, changed])(
    'can be %s',
    async (type) => {
      const emulator = await started()
      const other = await started()
      expect(emulator.eventEnvelope(type).request).toMatchObject({ type, requestId: expect.stringMatching(uuid) })
      expect(() => emulator.eventEnvelope(type, { customer: other.customer })).toThrow(
        expect.objectContaining({ code: 'option-invalid' }),
      )
    },
  )
})

it('abandons an event whose response is nested too deeply, and continues with the next event', async () => {
  const emulator = await started({ eventRetryDelayMs: 1 })
  const answers: unknown[] = []
  const url = await listening((_, response) => {
    const deep = `{"version":"1.0","response":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`
    response.end(answers.push(1) <= 3 ? deep : '{}')
  })
  emulator.subscribe(url)
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  emulator.customer.grant('givenName')
  await emulator.eventsDelivered()
  expect(emulator.events.map(({ acknowledged }) => acknowledged)).toEqual([false, true])
})
