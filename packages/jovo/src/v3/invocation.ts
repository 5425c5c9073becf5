import type { HandlerCall, ProfileClient, ShouldAskOf } from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import { envelopeOf } from './envelope.js'
import { respondWith } from './output.js'
import { consentAnswerFor, routeOf } from './waiting-request.js'

/** Whether to ask this customer for consent now. Amazon asks for seven days between reminders. */
export type ShouldAsk = ShouldAskOf<Jovo>

/** What the plugin and `requireProfile` know about a request. */
export interface Invocation {
  readonly client: ProfileClient
  readonly shouldAsk: ShouldAsk | undefined
}

/** By `$profile`, so that it is not printed with it. */
const invocations = new WeakMap<object, Invocation>()

export function startInvocation(profile: object, invocation: Invocation): void {
  invocations.set(profile, invocation)
}

/** Translates the call of the current handler. */
export function handlerCall(jovo: Jovo): HandlerCall<Jovo, unknown> {
  const invocation = invocations.get(jovo.$profile)
  if (invocation === undefined) {
    throw new Error('this.$profile is missing. Add new ProfilePlugin() after the Alexa platform in your app.')
  }
  return {
    ...invocation,
    reader: jovo.$profile,
    context: jovo,
    envelope: envelopeOf(jovo),
    consentAnswer: consentAnswerFor(jovo),
    handler: routeOf(jovo),
    remember: (change) => void Object.assign(jovo.$session.$data, change(jovo.$session.$data)),
    respond: (response) => respondWith(jovo, response),
  }
}
