import { type ConsentAnswer, resumptionOf } from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import { envelopeOf } from './envelope.js'

interface Route {
  readonly path: string
  readonly type: string
}

/** Jovo declares `$plugins` as `any`. */
function routerOf({ $plugins }: Jovo): { route?: Route } {
  return $plugins.Router ?? {}
}

/** Names the current handler and its state, for the token that resumes it after the consent answer. */
export function routeOf(jovo: Jovo): string {
  return routerOf(jovo).route?.path ?? ''
}

/**
 * Replaces a request with a consent answer by the request that waited for it, with the new context, session and token.
 * From here on, Jovo sees the customer's original words. A consent answer after `askByVoice` goes to the handler
 * `ON_PERMISSION`, where Jovo sends the answers to its own `askFor…`.
 */
export function goOnWithWaitingRequest(jovo: Jovo): void {
  const resumption = resumptionOf(envelopeOf(jovo))
  if (resumption === undefined) {
    if (jovo.$profile.consentAnswer !== undefined) jovo.$type = { type: 'ON_PERMISSION' }
    return
  }
  const { request, session } = resumption.envelope
  Object.assign(jovo.$request as object, { request })
  jovo.$type = { type: request.type === 'LaunchRequest' ? 'LAUNCH' : 'INTENT' }
  Object.assign(jovo.$session.$data, session?.attributes)
}

/**
 * Runs the handler that asked, in the state in which it asked. Jovo's router would not always find it again, for
 * example after a jump. If the handler no longer exists after a deployment, the router decides.
 */
export function routeToWaitingHandler(jovo: Jovo): void {
  const path = jovo.$profile.consentAnswer?.waiting?.handler
  const router = routerOf(jovo)
  if (path === undefined || router.route === undefined) return
  if (hasHandler(jovo, path)) router.route = { ...router.route, path }
  resumed.set(jovo, router.route)
}

const resumed = new WeakMap<Jovo, Route>()

/** The consent answer, for the handler that asked, but not for handlers that it calls. */
export function consentAnswerFor(jovo: Jovo): ConsentAnswer | undefined {
  return resumed.has(jovo) && resumed.get(jovo) === routerOf(jovo).route ? jovo.$profile.consentAnswer : undefined
}

/**
 * Whether the app has a handler at this path.
 *
 * @param path as Jovo's router writes it: `State.Intent`, `State["AMAZON.YesIntent"]`
 */
export function hasHandler(jovo: Jovo, path: string): boolean {
  const names = [...path.matchAll(/"([^"]+)"|[^.[\]"]+/g)].map(([plain, quoted]) => quoted ?? plain)
  let handler: unknown = (jovo as { $handlers?: unknown }).$handlers
  for (const name of names) {
    if (typeof handler !== 'object' || handler === null || !Object.hasOwn(handler, name)) return false
    handler = (handler as Record<string, unknown>)[name]
  }
  return typeof handler === 'function'
}
