/**
 * Alexa's side of the rig, in a separate process. It serves the paths of fields with hand-written HTTP/1.1, so that the client
 * is measured and not the server. It gets its behaviour over IPC.
 */
import tls from 'node:tls'

const bodies = {
  name: '"Ann Example"',
  givenName: '"Ann"',
  email: '"ann@example.com"',
  mobileNumber: '{"countryCode":"+1","phoneNumber":"2065550100"}',
  address:
    '{"addressLine1":"410 Terry Ave N","addressLine2":null,"city":"Seattle","countryCode":"US","postalCode":"98109"}',
  timeZone: '"America/Los_Angeles"',
  distanceUnits: '"IMPERIAL"',
}
const answers = Object.fromEntries(
  Object.entries(bodies).map(([field, body]) => [field, Buffer.from(answerOf('200 OK', body))]),
)
const notFound = Buffer.from(answerOf('404 Not Found', '{}'))

/** No `Keep-Alive: timeout=…`: the clients' own idle limits are what is compared. */
function answerOf(status, body) {
  return [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json',
    'X-Amzn-RequestId: 5f0c1c6e-5a7b-4b8e-9f4d-2f6c8e1d7a3b',
    'Date: Wed, 25 Nov 2026 12:00:00 GMT',
    'Connection: keep-alive',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

let behaviour = { serviceMs: 0, idleMs: 0 }
const sockets = new Map()
let accepted = 0

function serve(socket) {
  let pending = ''
  socket.setNoDelay(true)
  if (behaviour.idleMs > 0) socket.setTimeout(behaviour.idleMs, () => socket.end())
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    pending += chunk.latin1Slice()
    for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
      const [, path = ''] = pending.slice(0, pending.indexOf('\r\n')).split(' ')
      pending = pending.slice(end + 4)
      const answer = answers[/\w+$/.exec(path)?.[0]] ?? notFound
      if (behaviour.deaf?.has(socket.remotePort)) continue
      if (behaviour.closeOnRequest?.delete(socket.remotePort)) socket.end()
      else if (behaviour.serviceMs > 0) setTimeout(() => socket.write(answer), behaviour.serviceMs)
      else socket.write(answer)
    }
  })
}

const commands = {
  async listen({ host, credentials, maxVersion }) {
    const server = tls.createServer({ ...credentials, ...(maxVersion && { maxVersion }) }, serve)
    server.on('tlsClientError', () => {})
    server.on('connection', (socket) => {
      accepted += 1
      sockets.set(socket.remotePort, socket)
      socket.on('error', () => {})
      socket.once('close', () => sockets.delete(socket.remotePort))
    })
    await new Promise((resolve) => server.listen(0, host, resolve))
    return server.address().port
  },
  behave(wanted) {
    behaviour = { serviceMs: 0, idleMs: 0, ...wanted }
  },
  /** The number of connections that were opened since the last call. */
  accepted() {
    const count = accepted
    accepted = 0
    return count
  },
  open: () => sockets.size,
  /** Of the connections that are open now. `race`: closed when their next request arrives; `dark`: never answered again. */
  endConnections({ how }) {
    if (how === 'race') behaviour.closeOnRequest = new Set(sockets.keys())
    else if (how === 'dark') behaviour.deaf = new Set(sockets.keys())
    else for (const socket of sockets.values()) how === 'reset' ? socket.resetAndDestroy() : socket.end()
  },
}

process.on('message', async ({ id, name, argument }) => {
  process.send({ id, value: await commands[name](argument) })
})
process.once('disconnect', () => process.exit())
