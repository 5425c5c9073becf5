import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { commandHeader } from '../protocol/command-header.js'

/**
 * Allows nothing from other hosts, nothing inline, no network except this server, and no frame around the page. The
 * page does not create markup from strings, which Trusted Types enforce. The only policy lets the page start its own
 * worker.
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

/** The headers of every response of the console. */
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
 * Rejects requests of other websites that are open in the developer's browser. `Host` shows a name that resolves to
 * this machine (DNS rebinding), and `Sec-Fetch-Site` and `Origin` show a request from another site. Every command needs
 * a header that another site can send only after a preflight, which is never allowed.
 */
export function guardRequests({ https }: { https: boolean }): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
    const reason = rejection(context.env.incoming, https)
    if (reason !== undefined) return context.json({ message: reason }, 403)
    return next()
  }
}

const otherSite = 'The request comes from another website. The console accepts only requests from its own page.'

function rejection({ headers, method, url, socket }: HttpBindings['incoming'], https: boolean): string | undefined {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers
  const port = socket.localPort
  const names = ['127.0.0.1', 'localhost'].flatMap((name) =>
    port === (https ? 443 : 80) ? [name, `${name}:${port}`] : [`${name}:${port}`],
  )
  if (!names.includes(host))
    return 'This address is not allowed. Open the console at the address that it printed, on 127.0.0.1 or localhost.'
  if (origin !== undefined && origin !== `${https ? 'https' : 'http'}://${host}`) return otherSite
  const isLink = mode === 'navigate' && method === 'GET' && url === '/'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink) return otherSite
  if (method !== 'GET' && headers[commandHeader] === undefined)
    return `The header ${commandHeader} is missing. Send it with each command.`
  return undefined
}
