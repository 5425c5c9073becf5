import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { commandHeader } from '../protocol/command-header.js'

/**
 * Nothing from elsewhere, nothing inline, no network but this server, no frame around it. The page makes no markup of
 * strings, and Trusted Types make sure that this stays so; the one policy lets the page start its own worker.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types console-worker',
].join('; ')

/** On every response of the console. */
export const securityHeaders: Readonly<Record<string, string>> = {
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
 * Keeps out other websites that the developer's browser may have open. A name that resolves to this machine (DNS
 * rebinding) shows in `Host`; another site's request shows in `Sec-Fetch-Site` and `Origin`; and every command needs a
 * header that another site can send only after a preflight, which is never allowed.
 */
export function guardRequests({ https }: { https: boolean }): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
    const reason = rejection(context.env.incoming, https)
    if (reason !== undefined) return context.json({ message: reason }, 403)
    return next()
  }
}

function rejection({ headers, method, url, socket }: HttpBindings['incoming'], https: boolean): string | undefined {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers
  const port = socket.localPort
  const names = ['127.0.0.1', 'localhost'].flatMap((name) =>
    port === (https ? 443 : 80) ? [name, `${name}:${port}`] : [`${name}:${port}`],
  )
  if (!names.includes(host)) return 'Open the console under the address that it was started with.'
  if (origin !== undefined && origin !== `${https ? 'https' : 'http'}://${host}`) return 'Another site asks for this.'
  const isLink = mode === 'navigate' && method === 'GET' && url === '/'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink) return 'Another site asks for this.'
  if (method !== 'GET' && headers[commandHeader] === undefined) return `Send the header ${commandHeader} with it.`
  return undefined
}
