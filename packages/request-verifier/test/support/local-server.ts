import { createServer, type IncomingMessage, request as plainRequest, type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { days, type Issued, issueLeaf, issueRoot, keysFor, now, x509 } from './certificates.js'

/** A local server for one test. */
export async function serve(listener: RequestListener): Promise<{ origin: string; port: number }> {
  return listen(createServer(listener), 'http')
}

/** A local server with TLS and a certificate of its own authority. */
export async function serveTls(
  listener: RequestListener,
): Promise<{ origin: string; ca: string; hits: string[]; connections: () => number }> {
  const { root, leaf } = await issueServerCertificate()
  const key = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' })
  const hits: string[] = []
  let connections = 0
  const server = https.createServer({ key, cert: leaf.pem }, (request, response) => {
    hits.push(request.url ?? '')
    listener(request, response)
  })
  server.on('secureConnection', () => {
    connections += 1
  })
  const { origin } = await listen(server, 'https')
  return { origin, ca: root.pem, hits, connections: () => connections }
}

async function issueServerCertificate(): Promise<{ root: Issued; leaf: Issued }> {
  // The client judges this certificate by the real clock.
  const lifetime = { from: new Date(Math.min(Date.now(), now) - 86_400_000), until: days(3650) }
  const keys = await keysFor('server')
  const root = await issueRoot({ name: 'Server root', keys, ...lifetime })
  const names = new x509.SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])
  return { root, leaf: await issueLeaf({ name: 'Server', by: root, keys, extensions: [names], ...lifetime }) }
}

async function listen(server: ReturnType<typeof createServer> | https.Server, protocol: string) {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { origin: `${protocol}://127.0.0.1:${port}`, port }
}

/** Posts exactly these headers and bytes, as Alexa does. */
export async function post(
  url: string,
  { headers, rawBody }: { readonly headers: Readonly<Record<string, string>>; readonly rawBody: Uint8Array },
): Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: string }> {
  return new Promise((resolve, reject) => {
    const request = plainRequest(url, { method: 'POST', headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(rawBody)
  })
}
