/** The lower limit: one TLS socket, pipelined hand-written requests, and only the parsing that finds the bodies. */
import tls from 'node:tls'

export function open(envelope) {
  const { apiEndpoint, apiAccessToken } = envelope.context.System
  const { hostname, port } = new URL(apiEndpoint)
  const waiting = []
  let pending = ''
  let socket

  function connect() {
    socket = tls.connect({ host: hostname, port: Number(port) })
    socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      pending += chunk.latin1Slice()
      for (;;) {
        const head = pending.indexOf('\r\n\r\n')
        if (head < 0) return
        const length = Number(/Content-Length: (\d+)/.exec(pending)[1])
        if (pending.length < head + 4 + length) return
        waiting.shift()(JSON.parse(pending.slice(head + 4, head + 4 + length)))
        pending = pending.slice(head + 4 + length)
      }
    })
    socket.once('close', () => {
      socket = undefined
    })
  }
  return {
    async turn(fields) {
      if (socket === undefined) connect()
      const bytes = fields.map(
        (field) =>
          `GET /v2/accounts/~current/settings/Profile.${field} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${apiAccessToken}\r\n\r\n`,
      )
      const values = fields.map(() => new Promise((resolve) => waiting.push(resolve)))
      socket.write(bytes.join(''))
      const read = await Promise.all(values)
      return Object.fromEntries(fields.map((field, index) => [field, read[index]]))
    },
  }
}
