import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { commandHeader } from './console-command.js'

/**
 * Nothing from elsewhere, nothing inline, no network but this server, no frame around it. The page makes no markup of
 * texts, and Trusted Types see to it that this stays so.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/**
 * Keeps other websites out, which the developer's browser may have open. A name that resolves to this machine (DNS
 * rebinding) shows in `Host`; a request made by another site shows in `Sec-Fetch-Site` and `Origin`; and what changes
 * something needs a header that no other site can send without being allowed to, which nobody is.
 */
export function guardRequests(server: FastifyInstance, { https }: { https: boolean }): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    const reason = refusal(request, https)
    if (reason !== undefined) return refuse(reply, reason)
  })
  // a form can send text without asking: only JSON is read
  server.removeContentTypeParser('text/plain')
}

function refusal(request: FastifyRequest, https: boolean): string | undefined {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers
  const port = request.socket.localPort
  const names = ['127.0.0.1', 'localhost'].flatMap((name) =>
    port === (https ? 443 : 80) ? [name, `${name}:${port}`] : [`${name}:${port}`],
  )
  if (!names.includes(host)) return 'Open the console under the address that it was started with.'
  if (origin !== undefined && origin !== `${https ? 'https' : 'http'}://${host}`) return 'Another site asks for this.'
  const isLink = mode === 'navigate' && request.method === 'GET' && request.url === '/'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink) return 'Another site asks for this.'
  if (request.method !== 'GET' && request.headers[commandHeader] === undefined) {
    return `Send the header ${commandHeader} with it.`
  }
  return undefined
}

function refuse(reply: FastifyReply, message: string): FastifyReply {
  return reply.code(403).send({ message })
}
