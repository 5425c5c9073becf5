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

describe('an agent that is handed in', () => {
  it('may keep no list of its idle sockets, as those of proxy tunnels do', async () => {
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

  it.each([42, {}, 'agent', null])('that is none is refused: %j', (agent) => {
    expect(() => createProfileClient({ agent: wrong(agent) })).toThrow(invalid)
  })
})

describe('certificate authorities', () => {
  it('may be bytes, as files are read', async () => {
    server.answer(value('ann@example.com'))
    for (const ca of [Buffer.from(server.ca), [server.ca], [new TextEncoder().encode(server.ca)]]) {
      expect((await server.reader({ ca }).read(['email'])).email.status).toBe('available')
    }
  })

  it('may be bytes of another realm, as in Jest’s jsdom', () => {
    const bytes = runInNewContext('Uint8Array.from(bytes)', { bytes: [...Buffer.from(server.ca)] })
    expect(bytes).not.toBeInstanceOf(Uint8Array)
    server.client({ ca: bytes })
  })

  it.each([42, {}, [42], null])('that are none are refused: %j', (ca) => {
    expect(() => createProfileClient({ ca: wrong(ca) })).toThrow(invalid)
  })
})

describe('options', () => {
  it.each([
    { skillName: 42 },
    { skillName: { en: 42 } },
    { declaredScopes: 5 },
    { declaredScopes: 'alexa::profile:email:read' },
    { declaredScopes: { permissions: [] } },
    { declaredScopes: [42] },
    { prompts: 'x' },
    { prompts: { askForConsent: 'May I?' } },
  ])('are checked when the client is made: %j', (options) => {
    expect(() => createProfileClient(wrong(options))).toThrow(invalid)
  })

  it('name a misspelled prompt', () => {
    const options = wrong({ prompts: { askForConsnet: () => '' } })
    expect(() => createProfileClient(options)).toThrow('Did you mean "askForConsent"?')
  })

  it('that are undefined leave the client’s defaults', () => {
    const client = server.client({
      consent: 'voice',
      skillName: 'Table Talk',
      declaredScopes: ['alexa::profile:name:read'],
    })
    const envelope = { ...envelopeFor(server.origin) }
    const undefineds = { envelope, consent: undefined, skillName: undefined, declaredScopes: undefined }
    const response = client.respondTo(askForConsent(['name']), undefineds)
    expect(response.directives).toHaveLength(1)
    expect(response.outputSpeech?.ssml).toContain('Table Talk')
    expect(() => client.consentCard(['email'], { declaredScopes: undefined })).toThrow('alexa::profile:email:read')
  })

  it('of a polluted prototype do not count', async () => {
    Object.defineProperty(Object.prototype, 'allowedEndpoints', { value: [server.origin], configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'allowedEndpoints'))
    const client = createProfileClient()
    onTestFinished(() => client.close())
    await expect(client.forRequest(envelopeFor(server.origin)).read(['email'])).rejects.toThrow(
      expect.objectContaining({ code: 'endpoint-not-allowed' }),
    )
    expect(server.connections).toBe(0)
  })

  it('of a call do not come from a polluted prototype', async () => {
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

  it('of respondTo are checked', () => {
    expect(() => respondTo(askForConsent(['email']), { consent: wrong('Voice') })).toThrow(invalid)
  })
})

describe('a requirement', () => {
  it('with a misspelled name is an error, not an empty one', async () => {
    const requirement = wrong({ requried: ['email'] })
    const misspelled = expect.objectContaining({
      code: 'option-unknown',
      message: expect.stringContaining('"required"'),
    })
    await expect(server.reader().require(requirement)).rejects.toThrow(misspelled)
    expect(() => decide({}, requirement)).toThrow(misspelled)
  })

  it.each(['toString', 'constructor', 'foo'])('of %s, which is no field, is refused', (field) => {
    const unknown = expect.objectContaining({ code: 'field-unknown' })
    expect(() => decide(wrong({}), { required: [wrong(field)] })).toThrow(unknown)
  })

  it('needs results', () => {
    const missing = expect.objectContaining({ code: 'decision-invalid' })
    for (const results of [null, undefined, {}, Object.create({ email: available('email', 'a@b.c') })]) {
      expect(() => decide(wrong(results), { required: ['email'] })).toThrow(missing)
    }
  })
})

it('gives another reader for an invocation object that is used for another request as well', async () => {
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

it('opens the shared client anew after somebody has closed it', async () => {
  const closed = defaultProfileClient()
  closed.close()
  expect(defaultProfileClient()).not.toBe(closed)
  expect(defaultProfileClient()).toBe(defaultProfileClient())
})

it('shows nothing of its state in globalThis', () => {
  expect(inspect(globalThis, { depth: 5 })).not.toContain('alexa-profile')
})

it('takes one signal for any number of reads', async () => {
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

it('waits as long as a 503 asks for', async () => {
  server.answer(status(503, '', { 'Retry-After': '1' }), value('ann@example.com'))
  const { email } = await server.reader().read(['email'])
  expect(email).toMatchObject({ status: 'available', attempts: 2 })
  expect(email.durationMs).toBeGreaterThan(950)
})

it('takes a page of the content network for one also when it is long or breaks off', async () => {
  const page = `<!DOCTYPE html><html>${'x'.repeat(70_000)}</html>`
  server.answer(status(403, page, {}))
  expect((await server.reader({ maxRetries: 0 }).read(['email'])).email).toMatchObject({ failure: 'blocked' })
})

it('takes a speaker whose id throws for an envelope that is none', async () => {
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
