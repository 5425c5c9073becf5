import { describe, expect, it } from 'vitest'
import { newest, readEnablementEvent, readPermissionEvent } from '../src/index.js'

function event(type: string, body: unknown, request: object = {}, system: object = {}) {
  return {
    version: '1.0',
    context: {
      System: {
        application: { applicationId: 'amzn1.ask.skill.X' },
        user: { userId: 'amzn1.ask.account.X' },
        apiEndpoint: 'https://api.amazonalexa.com',
        ...system,
      },
    },
    request: {
      type: `AlexaSkillEvent.${type}`,
      requestId: '61455034-0000-4000-8000-000000000000',
      timestamp: '2020-07-30T13:03:32Z',
      eventCreationTime: '2020-07-30T13:03:30Z',
      eventPublishingTime: '2020-07-30T13:03:31Z',
      body,
      ...request,
    },
  }
}

const permissions = (...scopes: unknown[]) => scopes.map((scope) => ({ scope }))

describe('readPermissionEvent', () => {
  it('reads all granted scopes, including scopes that it does not know', () => {
    const envelope = event('SkillPermissionAccepted', {
      acceptedPermissions: permissions('alexa::profile:email:read', 'alexa::something:new'),
    })
    expect(readPermissionEvent(envelope)).toEqual({
      type: 'AlexaSkillEvent.SkillPermissionAccepted',
      accepted: ['alexa::profile:email:read', 'alexa::something:new'],
      userId: 'amzn1.ask.account.X',
      createdAt: new Date('2020-07-30T13:03:30Z'),
      publishedAt: new Date('2020-07-30T13:03:31Z'),
      requestId: '61455034-0000-4000-8000-000000000000',
    })
  })

  it('reads the scopes that the speaker granted', () => {
    const body = { acceptedPermissions: [], acceptedPersonPermissions: permissions('alexa::profile:name:read') }
    const envelope = event('SkillPermissionChanged', body, {}, { person: { personId: 'amzn1.ask.person.P' } })
    expect(readPermissionEvent(envelope)).toMatchObject({
      accepted: [],
      acceptedBySpeaker: ['alexa::profile:name:read'],
      personId: 'amzn1.ask.person.P',
    })
  })

  it.each([undefined, null, {}, { acceptedPermissions: null }, { acceptedPermissions: [null, {}, { scope: 1 }] }])(
    'reads a body of %j as no granted scopes',
    (body) => {
      expect(readPermissionEvent(event('SkillPermissionChanged', body))?.accepted).toEqual([])
    },
  )

  it('uses the timestamp of the request if the event has no valid time', () => {
    const envelope = event('SkillPermissionChanged', {}, { eventCreationTime: undefined, eventPublishingTime: 'soon' })
    expect(readPermissionEvent(envelope)).toMatchObject({
      createdAt: new Date('2020-07-30T13:03:32Z'),
      publishedAt: new Date('2020-07-30T13:03:32Z'),
    })
  })

  it('ignores a time or an id that is a number', () => {
    const times = { eventCreationTime: 1_596_114_210_000, eventPublishingTime: null, timestamp: 7 }
    const read = readPermissionEvent(event('SkillPermissionChanged', {}, times, { person: { personId: 7 } }))
    expect(read).toMatchObject({ createdAt: new Date(0), publishedAt: new Date(0) })
    expect(read).not.toHaveProperty('personId')
    expect(read).not.toHaveProperty('acceptedBySpeaker')
  })

  it.each([
    undefined,
    null,
    'event',
    {},
    event('SkillEnabled', undefined),
    event('SkillPermissionAccepted', {}, { requestId: 7 }),
    event('SkillPermissionAccepted', {}, {}, { user: undefined }),
    Object.create(event('SkillPermissionAccepted', {})),
    {
      get request() {
        throw new Error('secret')
      },
    },
  ])('ignores other requests', (envelope) => {
    expect(readPermissionEvent(envelope)).toBeUndefined()
  })
})

describe('readEnablementEvent', () => {
  it("reads whether the skill may keep the customer's data", () => {
    const disabled = (status: string) =>
      readEnablementEvent(event('SkillDisabled', { userInformationPersistenceStatus: status }))
    expect(disabled('NOT_PERSISTED')).toMatchObject({ type: 'AlexaSkillEvent.SkillDisabled', keepsData: false })
    expect(disabled('PERSISTED')).toMatchObject({ keepsData: true })
    expect(readEnablementEvent(event('SkillDisabled', undefined))).not.toHaveProperty('keepsData')
    expect(readEnablementEvent(event('SkillEnabled', undefined))).toMatchObject({ userId: 'amzn1.ask.account.X' })
    expect(readEnablementEvent(event('SkillPermissionChanged', {}))).toBeUndefined()
  })
})

describe('newest', () => {
  const at = (eventCreationTime: string, eventPublishingTime = eventCreationTime) =>
    readPermissionEvent(event('SkillPermissionChanged', {}, { eventCreationTime, eventPublishingTime })) ??
    expect.fail('the event was not read')

  it('picks the event that happened last, in any order of arrival', () => {
    const [first, second] = [at('2020-07-30T13:00:00Z'), at('2020-07-30T13:00:01Z')]
    expect(newest(first, second)).toBe(second)
    expect(newest(second, first)).toBe(second)
  })

  it('picks the event that was published last if both happened at once, and the known event of two deliveries', () => {
    const first = at('2020-07-30T13:00:00Z', '2020-07-30T13:00:00Z')
    const second = at('2020-07-30T13:00:00Z', '2020-07-30T13:00:01Z')
    expect(newest(first, second)).toBe(second)
    expect(newest(second, first)).toBe(second)
    expect(newest(first, at('2020-07-30T13:00:00Z'))).toBe(first)
    const earlier = at('2020-07-30T12:59:59Z', '2020-07-30T13:00:02Z')
    expect(newest(first, earlier)).toBe(first)
    expect(newest(earlier, first)).toBe(first)
  })
})
