import assert from 'node:assert'
import https from 'node:https'
import { type Duplex, PassThrough } from 'node:stream'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterAll } from 'vitest'
import { createProfileClient, isProfileError } from '../../src/index.js'
import { assertDocumented } from '../support/documented-result.js'
import { envelopeFor, person } from '../support/envelope.js'
import { fuzz } from '../support/fuzz.js'
import { anything, mutated, secret } from '../support/hostile.js'

/** Refuses every connection and records the host and port. */
class BlindAgent extends https.Agent {
  readonly hosts: string[] = []

  override createConnection(
    { host, port }: https.RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    this.hosts.push(`${host}:${port}`)
    const error = Object.assign(new Error(secret), { code: 'ECONNREFUSED' })
    process.nextTick(() => callback?.(error, new PassThrough()))
  }
}

const agent = new BlindAgent()
const client = createProfileClient({ agent, maxRetries: 0 })
afterAll(() => client.close())

const alexaHosts = ['api.amazonalexa.com', 'api.eu.amazonalexa.com', 'api.fe.amazonalexa.com', 'api.fe.amazon.com']
const documentedCodes = ['envelope-invalid', 'token-missing', 'endpoint-not-allowed']

const endpoints = fc.oneof(
  fc.constantFrom(...alexaHosts).map((host) => `https://${host}`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.domain().map((domain) => `https://${domain}`),
  fc
    .tuple(
      fc.constantFrom(
        'https://',
        'http://',
        'HTTPS://',
        'https:',
        'https:\\\\',
        '//',
        'ftp://',
        ' https://',
        'blob:https://',
      ),
      fc.constantFrom('', 'ann@', 'api.amazonalexa.com@', 'api.amazonalexa.com\\@', ':@'),
      fc.constantFrom(
        ...alexaHosts,
        'API.AMAZONALEXA.COM',
        'api.amazonalexa.com.',
        'api.amazonalexa.com.evil.test',
        '127.0.0.1',
      ),
      fc.constantFrom(
        '',
        ':443',
        ':0443',
        ':80',
        ':8443',
        ':',
        '.evil.test',
        '%2eevil.test',
        '\u3002evil.test',
        '\u0000',
      ),
      fc.constantFrom('', '/', '//', '/..', '/../x', '?x', '#x', '\\', '\t', '/%2e%2e/'),
    )
    .map((parts) => parts.join('')),
)
const tokens = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(secret, `${secret}\r\nHost: evil.test`),
)

async function assertHolds(envelope: unknown): Promise<void> {
  agent.hosts.length = 0
  const reader = client.forRequest(envelope as never)
  for (const level of [reader, reader.speaker]) {
    try {
      const { givenName } = await level.read(['givenName'])
      assertDocumented(givenName, 'givenName')
      assert(!inspect(givenName, { depth: null, showHidden: true }).includes(secret))
    } catch (error) {
      if (!isProfileError(error)) throw error
      assert(documentedCodes.includes(error.code), error.code)
      assert(!inspect(error, { showHidden: true }).includes(secret), 'a message quotes a secret')
    }
  }
  for (const host of agent.hosts)
    assert(
      alexaHosts.some((alexa) => host === `${alexa}:443`),
      host,
    )
}

fuzz(
  'ends reads of any envelope with a documented result or error and contacts only Alexa hosts',
  fc.asyncProperty(anything, assertHolds),
  300,
)

fuzz(
  'ends reads of envelopes with changed parts with a documented result or error',
  fc.asyncProperty(
    mutated(envelopeFor('https://api.amazonalexa.com', { person, apiAccessToken: secret })),
    assertHolds,
  ),
)

fuzz(
  'sends the token only to allowed hosts, for any endpoint and token',
  fc.asyncProperty(endpoints, tokens, async (endpoint, apiAccessToken) => {
    await assertHolds(envelopeFor(endpoint, { apiAccessToken }))
    if (alexaHosts.some((host) => endpoint === `https://${host}`) && apiAccessToken === secret) {
      assert.strictEqual(agent.hosts.length, 1)
    }
  }),
  1500,
)
