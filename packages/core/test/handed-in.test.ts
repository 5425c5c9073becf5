import { EventEmitter, once } from 'node:events'
import https from 'node:https'
import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createProfileClient, decide, defaultProfileClient, respondTo } from '../src/index.js'
import { askForConsent, available } from '../src/testing.js'
import { status, value } from './support/answers.js'
import { envelopeFor, token } from './support/envelope.js'
import { startTlsServer, useTlsServer } from './support/tls-server.js'
import { warningsOf } from './support/warnings.js'

const server = useTlsServer()
const invalid = expect.objectContaining({ name: 'ProfileError', code: 'option-invalid' })
const wrong = (option: unknown) => option as never

describe('agent passed by the skill', () => {
  it('may keep no list of idle sockets, like the agents of proxy tunnels', async () => {
    server.answer(value('ann@example.com'))
    const agent = new https.Agent({ ca: server.ca, keepAlive: true })
    const tunnel = Object.assign(new EventEmitter(), {
      addRequest: (...request: unknown[]) => Reflect.apply(Reflect.get(agent, 'addRequest'), agent, request),
    })
    onTestFinished(() => agent.destroy())
    const { email } = await server.reader({ agent: wrong(tunnel), ca: undefined }).read(['email'])
    expect(email.status).toBe('available')
  })

  it('keeps its idle connections to other hosts', async () => {
    const other = await startTlsServer()
    onTestFinished(() => other.stop())
    for (const { answer } of [server, other]) answer(value('Ann'))
    const agent = new https.Agent({ ca: [server.ca, other.ca], keepAlive: true })
    onTestFinished(() => agent.destroy())
    const client = server.client({ agent, ca: undefined })
    const read = () => client.forRequest(envelopeFor(server.origin)).read(['name'])

    const [response] = await once(https.get(other.origin, { agent }), 'response')
    await once(response.resume(), 'end')
    await read()
    server.endConnections('reset')
    expect((await read()).name.status).toBe('available')
    expect(other.openConnections).toBe(1)
  })

  it.each([42, {}, 'agent', null])('rejects an invalid agent: %j', (agent) => {
    expect(() => createProfileClient({ agent: wrong(agent) })).toThrow(invalid)
  })
})

describe('certificate authorities (ca)', () => {
  it('accepts bytes, as fs.readFile returns them', async () => {
    server.answer(value('ann@example.com'))
    for (const ca of [Buffer.from(server.ca), [server.ca], [new TextEncoder().encode(server.ca)]]) {
      expect((await server.reader({ ca }).read(['email'])).email.status).toBe('available')
    }
  })

  it('accepts bytes of another realm, such as Jest’s jsdom', () => {
    const bytes = runInNewContext('Uint8Array.from(bytes)', { bytes: [...Buffer.from(server.ca)] })
    expect(bytes).not.toBeInstanceOf(Uint8Array)
    server.client({ ca: bytes })
  })

  it.each([42, {}, [42], null])('rejects an invalid ca: %j', (ca) => {
    expect(() => createProfileClient({ ca: wrong(ca) })).toThrow(invalid)
  })
})

describe('options', () => {
  it.each([
    { skillName: 42 },
    { skillName: { en: 42 } },
    { skillName: null },
    { skillName: { en: 'Table Talk', de: 'x'.repeat(501) } },
    { declaredScopes: 5 },
    { declaredScopes: 'alexa::profile:email:read' },
    { declaredScopes: { permissions: [] } },
    { declaredScopes: [42] },
    { prompts: 'x' },
    { prompts: { askForConsent: 'May I?' } },
    { prompts: { tryLater: () => 'Later.', askForConsent: 'May I?' } },
  ])('are checked when the client is created: %j', (options) => {
    expect(() => createProfileClient(wrong(options))).toThrow(invalid)
  })

  it('suggest the right name for a misspelled prompt', () => {
    const options = wrong({ prompts: { askForConsnet: () => '' } })
    expect(() => createProfileClient(options)).toThrow('Did you mean "askForConsent"?')
  })

  it('fall back to the client’s defaults if they are undefined', () => {
    const client = server.client({
      consent: 'voice',
      skillName: 'Table Talk',
      declaredScopes: ['alexa::profile:name:read'],
      prompts: wrong({ askForConsent: undefined }),
    })
    const envelope = { ...envelopeFor(server.origin) }
    const undefineds = { envelope, consent: undefined, skillName: undefined, declaredScopes: undefined }
    const response = client.respondTo(askForConsent(['name']), undefineds)
    expect(response.directives).toHaveLength(1)
    expect(response.outputSpeech?.ssml).toContain('Table Talk')
    expect(() => client.consentCard(['email'], { declaredScopes: undefined })).toThrow('alexa::profile:email:read')
  })

  it('are not read from a polluted prototype when a client is created', async () => {
    Object.defineProperty(Object.prototype, 'allowedEndpoints', { value: [server.origin], configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'allowedEndpoints'))
    const client = createProfileClient()
    onTestFinished(() => client.close())
    await expect(client.forRequest(envelopeFor(server.origin)).read(['email'])).rejects.toThrow(
      expect.objectContaining({ code: 'endpoint-not-allowed' }),
    )
    expect(server.connections).toBe(0)
  })

  it('are not read from a polluted prototype when a function is called', async () => {
    server.answer(value('ann@example.com'))
    const reader = server.reader()
    const pollution = {
      deadlineMs: -1,
      timeLeftMs: () => 1,
      purpose: 'PWNED',
      prompts: { askForConsent: () => 'PWNED' },
    }
    for (const [name, inherited] of Object.entries(pollution)) {
      Object.defineProperty(Object.prototype, name, { value: inherited, configurable: true })
      onTestFinished(() => void Reflect.deleteProperty(Object.prototype, name))
    }
    expect((await reader.read(['email'])).email.status).toBe('available')
    expect((await server.reader().read(['email'], {})).email.status).toBe('available')
    expect(JSON.stringify(respondTo(askForConsent(['email']), {}))).not.toContain('PWNED')
    expect(JSON.stringify(server.client().respondTo(askForConsent(['email'])))).not.toContain('PWNED')
  })

  it('are checked by respondTo', () => {
    expect(() => respondTo(askForConsent(['email']), { consent: wrong('Voice') })).toThrow(invalid)
  })
})

describe('requirement', () => {
  it('rejects a misspelled name instead of requiring nothing', async () => {
    const requirement = wrong({ requried: ['email'] })
    const misspelled = expect.objectContaining({
      code: 'option-unknown',
      message: expect.stringContaining('"required"'),
    })
    await expect(server.reader().require(requirement)).rejects.toThrow(misspelled)
    expect(() => decide({}, requirement)).toThrow(misspelled)
  })

  it.each(['toString', 'constructor', 'foo'])('rejects %s, which is not a field', (field) => {
    const unknown = expect.objectContaining({ code: 'field-unknown' })
    expect(() => decide(wrong({}), { required: [wrong(field)] })).toThrow(unknown)
  })

  it('throws if results are missing', () => {
    const missing = expect.objectContaining({ code: 'decision-invalid' })
    for (const results of [null, undefined, {}, Object.create({ email: available('email', 'a@b.c') })]) {
      expect(() => decide(wrong(results), { required: ['email'] })).toThrow(missing)
    }
  })
})

it('returns a new reader if the same invocation object is used for another request', async () => {
  server.answer(value('first@example.com'), value('second@example.com'))
  const client = server.client()
  const mock = {}
  const first = await client.forInvocation(mock, envelopeFor(server.origin)).read(['email'])
  const second = await client
    .forInvocation(mock, envelopeFor(server.origin, { apiAccessToken: `${token}2` }))
    .read(['email'])
  expect([first.email, second.email].map((email) => email.status === 'available' && email.value)).toEqual([
    'first@example.com',
    'second@example.com',
  ])
})

it('opens a new default client after the previous one was closed', async () => {
  const closed = defaultProfileClient()
  closed.close()
  expect(defaultProfileClient()).not.toBe(closed)
  expect(defaultProfileClient()).toBe(defaultProfileClient())
})

it('shows nothing of its state in globalThis', () => {
  expect(inspect(globalThis, { depth: 0 })).not.toContain('alexa-profile')
})

it('accepts one abort signal for many reads without a warning', async () => {
  server.answer(value('Ann'))
  const { signal } = new AbortController()
  const client = server.client()
  const warnings = await warningsOf(async () => {
    const reads = Array.from({ length: 30 }, () =>
      client.forRequest(envelopeFor(server.origin)).read(['name'], { signal }),
    )
    await Promise.all(reads)
  })
  expect(warnings).toEqual([])
})

it('waits as long as the Retry-After header of a 503 asks for', async () => {
  server.answer(status(503, '', { 'Retry-After': '1' }), value('ann@example.com'))
  const { email } = await server.reader().read(['email'])
  expect(email).toMatchObject({ status: 'available', attempts: 2 })
  expect(email.durationMs).toBeGreaterThan(950)
})

it('reports a long or truncated error page of the content network as blocked', async () => {
  const page = `<!DOCTYPE html><html>${'x'.repeat(70_000)}</html>`
  server.answer(status(403, page, {}))
  expect((await server.reader({ maxRetries: 0 }).read(['email'])).email).toMatchObject({ failure: 'blocked' })
})

it('rejects an envelope whose person id throws', async () => {
  const person = {
    get personId() {
      throw new Error(`secret ${token}`)
    },
  }
  const failure = await server
    .reader({}, { person })
    .read(['email'])
    .catch((error) => error)
  expect(failure).toMatchObject({ code: 'envelope-invalid' })
  expect(inspect(failure)).not.toContain(token)
})
