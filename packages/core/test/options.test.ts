import { Agent } from 'node:https'
import { describe, expect, it } from 'vitest'
import {
  consentCard,
  createProfileClient,
  createRequirement,
  defaultProfileClient,
  integrationOptions,
  isProfileError,
  ProfileError,
  prompts,
  voiceConsent,
} from '../src/index.js'
import { after, silence, status, value } from './support/answers.js'
import { envelopeFor, person } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

const invalid = expect.objectContaining({ name: 'ProfileError', code: 'option-invalid' })
const unknown = expect.objectContaining({ name: 'ProfileError', code: 'option-unknown' })

describe('option', () => {
  const notDurations = [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '3000', null, true, [100], 100n, {}]

  it.each(['deadlineMs', 'attemptTimeoutMs'])('%s must be a duration that a timer supports', (name) => {
    for (const wrong of notDurations) {
      expect(() => createProfileClient({ [name]: wrong })).toThrow(invalid)
      expect(() => createProfileClient({ [name]: wrong })).toThrow(name)
    }
    for (const right of [1, 0.5, 2 ** 31 - 1, undefined]) createProfileClient({ [name]: right }).close()
  })

  it('deadlineMs of a read has the same limits', async () => {
    const reader = server.reader({}, { person })
    for (const wrong of notDurations) {
      await expect(reader.read(['email'], { deadlineMs: wrong as number })).rejects.toThrow(invalid)
      await expect(reader.require({ required: ['email'] }, { deadlineMs: wrong as number })).rejects.toThrow(invalid)
      await expect(reader.speaker.read(['name'], { deadlineMs: wrong as number })).rejects.toThrow(invalid)
    }
    expect(server.connections).toBe(0)
  })

  it('maxRetries must be a non-negative integer', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '2', null, true]) {
      expect(() => createProfileClient({ maxRetries: wrong as number })).toThrow(invalid)
    }
    for (const right of [0, 1, 100, undefined]) createProfileClient({ maxRetries: right }).close()
  })

  it.each(['deadlineMS', 'timeout', 'retries', 'fetch', 'onread', '__proto__x', 'constructor'])(
    'rejects the unknown option %s by name',
    (name) => {
      expect(() => createProfileClient({ [name]: 1 })).toThrow(unknown)
      expect(() => createProfileClient({ [name]: 1 })).toThrow(name)
    },
  )

  it.each([
    ['skilName', 'skillName'],
    ['deadlineMS', 'deadlineMs'],
    ['allowedEndpoint', 'allowedEndpoints'],
    ['timeoutMs', undefined],
  ])('reports the misspelled option %s', (name, meant) => {
    const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`
    expect(() => createProfileClient({ [name]: 1 })).toThrow(`Unknown option "${name}".${hint} Known options: agent, `)
  })

  it('is ignored if it is undefined', async () => {
    server.answer(value('ann@example.com'))
    const reader = server.reader({ deadlineMs: undefined, maxRetries: undefined, agent: undefined, onRead: undefined })
    const { email } = await reader.read(['email'], { deadlineMs: undefined, signal: undefined })
    expect(email.status).toBe('available')
  })

  it('is neither changed nor read again', async () => {
    server.answer(silence)
    const options = Object.freeze({ deadlineMs: 100, allowedEndpoints: Object.freeze([server.origin]), ca: server.ca })
    const client = createProfileClient(options)
    const { email } = await client.forRequest(envelopeFor(server.origin)).read(['email'])
    expect(email).toMatchObject({ failure: 'timeout' })
    client.close()
  })
})

it('clients and requirements accept every documented option', () => {
  const asking = {
    consent: 'voice' as const,
    declaredScopes: ['alexa::profile:email:read'],
    prompts: { tryLater: () => 'Later.' },
    skillName: 'Table Talk',
  }
  const agent = new Agent()
  const options = {
    agent,
    allowedEndpoints: [],
    attemptTimeoutMs: 1,
    ca: [],
    deadlineMs: 1,
    maxRetries: 1,
    onRead() {},
  }
  createProfileClient({ ...asking, ...options }).close()
  const own = { ...asking, ...options, shouldAsk: () => true, more: 1 }
  expect(integrationOptions(own, ['more'])).toEqual(own)
  expect(() => integrationOptions(own)).toThrow(unknown)
  expect(() => integrationOptions({ shouldAsk: true })).toThrow(invalid)
  const requirement = { level: 'speaker', required: ['name'], optional: ['givenName'], deadlineMs: 1 } as const
  const words = { locale: 'en-US', purpose: 'book your table', reprompt: 'Well?', shouldAsk: () => true }
  expect(createRequirement({ ...requirement, ...asking, ...words }).name).toBe('speaker:name')
})

it("a client's consent option applies to every response", () => {
  const client = server.client({ declaredScopes: ['alexa::profile:email:read'] })
  expect(client.voiceConsent({ fields: ['email'] })).toEqual(voiceConsent({ fields: ['email'] }))
  expect(() => client.voiceConsent({ fields: ['name'] })).toThrow('alexa::profile:name:read')
})

describe('closed client', () => {
  it('rejects reads, even of readers that it created before', async () => {
    const client = server.client()
    const early = client.forRequest(envelopeFor(server.origin))
    client.close()
    for (const reader of [early, client.forRequest(envelopeFor(server.origin))]) {
      for (const work of [reader.read(['email']), reader.require({ required: ['email'] }), reader.speaker.read([])]) {
        await expect(work).rejects.toMatchObject({ name: 'ProfileError', code: 'client-closed' })
      }
    }
    expect(server.connections).toBe(0)
  })

  it('ends reads that are running', async () => {
    server.answer(silence)
    const client = server.client()
    const reading = client.forRequest(envelopeFor(server.origin)).read(['email'])
    await expect.poll(() => server.requests.length).toBe(1)
    client.close()
    const { email } = await reading
    expect(email).toMatchObject({ status: 'failed', failure: 'aborted' })
    expect(server.requests).toHaveLength(1)
  })

  it('does not affect reads of another client', async () => {
    server.answer(after(100, value('ann@example.com')))
    const [client, other] = [server.client(), server.client()]
    await client.forRequest(envelopeFor(server.origin)).read(['name'])
    const reading = other.forRequest(envelopeFor(server.origin)).read(['email'])
    client.close()
    expect((await reading).email).toMatchObject({ status: 'available', attempts: 1 })
  })

  it.each(['fresh', 'kept'])(
    'leaves no connection open, even if a read was running on a %s connection',
    async (kind) => {
      const client = server.client()
      if (kind === 'kept') {
        server.answer(value('ann@example.com'))
        await client.forRequest(envelopeFor(server.origin)).read(['email'])
      }
      server.answer(silence)
      const sent = server.requests.length
      const reading = client.forRequest(envelopeFor(server.origin)).read(['email'])
      await expect.poll(() => server.requests.length).toBe(sent + 1)
      client.close()
      expect((await reading).email).toMatchObject({ status: 'failed', failure: 'aborted' })
      await expect.poll(() => server.openConnections).toBe(0)
      expect(server.requests).toHaveLength(sent + 1)
    },
  )
})

describe('default client', () => {
  it('is the same for the whole process', () => {
    const client = defaultProfileClient()
    createProfileClient().close()
    expect(defaultProfileClient()).toBe(client)
  })
})

describe('isProfileError', () => {
  it('recognizes an error of this package by its code', () => {
    const error = new ProfileError('token-missing', 'Pass it.')
    expect(error).toBeInstanceOf(Error)
    expect(error.message).toContain('Pass it.')
    expect(isProfileError(error)).toBe(true)
    expect(isProfileError(error, 'token-missing')).toBe(true)
    expect(isProfileError(error, 'client-closed')).toBe(false)
  })

  it('recognizes an error of another copy of the package', () => {
    class OtherCopy extends Error {
      readonly code = 'token-missing'
    }
    const error = Object.defineProperty(new OtherCopy('x'), Symbol.for('@alexa-profile/profile-error'), { value: true })
    expect(isProfileError(error, 'token-missing')).toBe(true)
  })

  it.each([
    undefined,
    null,
    'token-missing',
    1,
    {},
    new Error('x'),
    Object.assign(new Error('x'), { code: 'token-missing' }),
  ])('returns false for other values (%#)', (error) => {
    expect(isProfileError(error)).toBe(false)
  })
})

describe('require', () => {
  it('reads and decides in one call', async () => {
    server.answerAt('Profile.email', value('ann@example.com'))
    server.answerAt('Profile.mobileNumber', status(204))
    const decision = await server.reader().require({ required: ['email'], optional: ['mobileNumber'] })
    expect(decision).toMatchObject({ action: 'proceed', missing: [{ field: 'mobileNumber' }] })
    expect(decision.action === 'proceed' && decision.profile).toEqual({ email: 'ann@example.com' })
  })

  it('returns speaker-unknown if Alexa does not recognize the speaker', async () => {
    const decision = await server.reader().speaker.require({ required: ['givenName'] })
    expect(decision).toMatchObject({ action: 'speaker-unknown', fields: ['givenName'] })
    expect(server.connections).toBe(0)
  })

  it('accepts deadline and signal like read', async () => {
    server.answer(silence)
    const reader = server.reader()
    const slow = await reader.require({ required: ['email'] }, { deadlineMs: 100 })
    expect(slow).toMatchObject({ action: 'try-later', results: { email: { failure: 'timeout' } } })
    const aborted = await reader.require({ required: ['email'] }, { signal: AbortSignal.abort() })
    expect(aborted).toMatchObject({ action: 'try-later', results: { email: { failure: 'aborted' } } })
  })

  it('proceeds with an empty profile and sends nothing if no field is required', async () => {
    expect(await server.reader().require({})).toMatchObject({ action: 'proceed', missing: [] })
    expect(server.connections).toBe(0)
  })
})

describe('misuse in plain JavaScript', () => {
  const code = (expected: string) => expect.objectContaining({ name: 'ProfileError', code: expected })
  const wrong = (value: unknown) => value as never

  it('rejects invalid requirements', async () => {
    const reader = server.reader()
    for (const requirement of [undefined, null, { required: null }, { required: 'email' }, { optional: {} }]) {
      await expect(reader.require(wrong(requirement))).rejects.toThrow(code('field-unknown'))
    }
    expect(server.connections).toBe(0)
  })

  it('rejects invalid options of a read', async () => {
    const reader = server.reader()
    for (const options of [null, 'fast', { signal: 'x' }, { signal: {} }]) {
      await expect(reader.read(['email'], wrong(options))).rejects.toThrow(invalid)
    }
    await expect(reader.read(['email'], wrong({ deadlineMS: 5 }))).rejects.toThrow(unknown)
    expect(server.connections).toBe(0)
  })

  it('rejects invalid options of a client', () => {
    for (const options of [null, 'x', { onRead: 'x' }, { consent: 'by letter' }]) {
      expect(() => createProfileClient(wrong(options))).toThrow(invalid)
    }
  })

  it('rejects invalid options of a card or a prompt', () => {
    expect(() => consentCard(wrong('email'))).toThrow(code('scope-unknown'))
    expect(() => prompts('en-US', { skillName: wrong(['Table Talk']) }).tryLater(['email'])).toThrow(invalid)
  })
})
