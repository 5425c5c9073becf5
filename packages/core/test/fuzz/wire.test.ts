import assert from 'node:assert'
import fc from 'fast-check'
import { createProfileClient } from '../../src/index.js'
import { assertDocumented } from '../support/documented-result.js'
import { envelopeFor } from '../support/envelope.js'
import { fuzz } from '../support/fuzz.js'
import { useTlsServer } from '../support/tls-server.js'

const server = useTlsServer()

const statusLine = fc.oneof(
  fc.constant('HTTP/1.1 200 OK\r\n'),
  fc
    .tuple(fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2', 'ICY', ''), fc.nat(1100), fc.string())
    .map((parts) => `${parts.join(' ')}\r\n`),
)
const header = fc.oneof(
  fc.constantFrom('Content-Type: application/json\r\n', 'Transfer-Encoding: chunked\r\n', 'Connection: close\r\n'),
  fc.integer({ min: -1, max: 40 }).map((length) => `Content-Length: ${length}\r\n`),
  fc.tuple(fc.string(), fc.string()).map(([name, value]) => `${name}: ${value}\r\n`),
)
const body = fc.oneof(
  fc.string().map((text) => JSON.stringify(text)),
  fc.string().map((text) => `${(text.length + 2).toString(16)}\r\n"${text}"\r\n0\r\n\r\n`),
  fc.string({ unit: 'binary' }),
)
const answers = fc.oneof(
  fc
    .tuple(statusLine, fc.array(header, { maxLength: 4 }), body)
    .map(([line, headers, text]) => `${line}${headers.join('')}\r\n${text}`),
  fc.string({ unit: 'binary' }),
)

fuzz(
  'ends a read with a documented result for any bytes of the server, and the next read succeeds',
  fc.asyncProperty(answers, async (answer) => {
    const client = createProfileClient({ allowedEndpoints: [server.origin], ca: server.ca, maxRetries: 0 })
    const read = () => client.forRequest(envelopeFor(server.origin)).read(['email'])
    try {
      server.answer((_, { socket }) => socket.end(Buffer.from(answer, 'latin1')))
      assertDocumented((await read()).email, 'email')
      server.answer((response) => response.end('"ann@example.com"'))
      const { email } = await read()
      assert(email.status === 'available' && email.value === 'ann@example.com')
    } finally {
      client.close()
    }
  }),
  150,
)
