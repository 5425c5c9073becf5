import type { AskForConsent, ConsentAnswer, ProfileClient } from '@alexa-profile/core'
import { type Jovo, JovoError } from '@jovotech/framework'
import type { JovoProfile } from './jovo-profile.js'

/** Whether the customer may be asked for consent now. A skill that keeps a memory says no for some days after a no. */
export type ShouldAsk = (jovo: Jovo, decision: AskForConsent) => boolean | Promise<boolean>

/** What the plugin, its outputs and its decorator know of one request. */
export interface Invocation {
  readonly client: ProfileClient
  readonly shouldAsk: ShouldAsk | undefined
  /** Handler that Jovo runs now. */
  handler?: string
  /** The customer's answer, when it brought the request back to the handler that runs now. */
  resumedBy: ConsentAnswer | undefined
}

/** By `$profile`, which components and outputs have in common. Jovo would copy whatever it finds on a plugin or config. */
const invocations = new WeakMap<JovoProfile, Invocation>()

export function startInvocation(profile: JovoProfile, invocation: Invocation): void {
  invocations.set(profile, invocation)
}

/** @throws {JovoError} when the plugin is not there */
export function invocationOf(jovo: Jovo): Invocation {
  const invocation = invocations.get(jovo.$profile)
  if (invocation !== undefined) return invocation
  throw new JovoError({
    message: 'There is no this.$profile.',
    hint: 'Add new ProfilePlugin() to the plugins of your app.',
  })
}

/** Notes which handler runs now. An answer is for the one that asked, not for those that it redirects or delegates to. */
export function enterHandler(jovo: Jovo, handler: string): void {
  const invocation = invocationOf(jovo)
  if (invocation.handler !== undefined) invocation.resumedBy = undefined
  invocation.handler = handler
}
