import { type ConsentAnswer, rememberAnswer, resumeWaiting } from '@alexa-profile/core'
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

/** Names the handler that runs now, state included, for the token that brings the customer's answer back to it. */
export function routeOf(jovo: Jovo): string {
  return routerOf(jovo).route?.path ?? ''
}

/**
 * When this request brings the answer to a voice consent: turns it into the request that waited for the answer, in the
 * context and session (so with the token) of the new one. From here on Jovo sees the customer's original words. An answer
 * to an `askByVoice` goes to the handler `ON_PERMISSION`, where Jovo sends the answers of its own `askFor…`.
 */
export function goOnWithWaitingRequest(jovo: Jovo): void {
  const answer = jovo.$profile.consentAnswer
  if (answer === undefined) return
  if (answer.waiting === undefined) {
    jovo.$type = { type: 'ON_PERMISSION' }
    return
  }
  const { request } = resumeWaiting(envelopeOf(jovo), answer.waiting)
  Object.assign(jovo.$request as object, { request })
  jovo.$type = { type: answer.waiting.request.type === 'LaunchRequest' ? 'LAUNCH' : 'INTENT' }
  Object.assign(jovo.$session.$data, rememberAnswer(jovo.$session.$data, answer))
}

/**
 * Runs the handler that asked, in the state that it left. Jovo's router would not always find it again: it may have been
 * jumped to. A handler that is no more (the skill was deployed meanwhile) is left to the router.
 */
export function routeToWaitingHandler(jovo: Jovo): void {
  const path = jovo.$profile.consentAnswer?.waiting?.handler
  const router = routerOf(jovo)
  if (path === undefined || router.route === undefined) return
  if (hasHandler(jovo, path)) router.route = { ...router.route, path }
  answered.set(jovo, router.route)
}

const answered = new WeakMap<Jovo, Route>()

/** The customer's answer, for the handler that it came back to; not for those that this one goes on to. */
export function answerFor(jovo: Jovo): ConsentAnswer | undefined {
  return answered.has(jovo) && answered.get(jovo) === routerOf(jovo).route ? jovo.$profile.consentAnswer : undefined
}

/** @param path as Jovo's router writes it: `State.Intent`, `State["AMAZON.YesIntent"]` */
export function hasHandler(jovo: Jovo, path: string): boolean {
  const names = [...path.matchAll(/"([^"]+)"|[^.[\]"]+/g)].map(([plain, quoted]) => quoted ?? plain)
  let handler: unknown = (jovo as { $handlers?: unknown }).$handlers
  for (const name of names) {
    if (typeof handler !== 'object' || handler === null || !Object.hasOwn(handler, name)) return false
    handler = (handler as Record<string, unknown>)[name]
  }
  return typeof handler === 'function'
}
