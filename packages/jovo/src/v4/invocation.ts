import type { AlexaResponse, ConsentAnswer, HandlerCall, ProfileClient, ShouldAskOf } from '@alexa-profile/core'
import { type Jovo, JovoError } from '@jovotech/framework'
import { envelopeOf } from './envelope.js'
import type { JovoProfile } from './jovo-profile.js'

/** Whether to ask this customer for consent now. Amazon asks for seven days between reminders. */
export type ShouldAsk = ShouldAskOf<Jovo>

/** What the plugin, its outputs and its decorator know about a request. */
export interface Invocation {
  readonly client: ProfileClient
  readonly shouldAsk: ShouldAsk | undefined
  /** The handler that Jovo runs now. */
  handler?: string
  /** The consent answer that resumed the current handler. */
  consentAnswer: ConsentAnswer | undefined
}

/** By `$profile`, which components and outputs share. Jovo would copy anything stored on a plugin or config. */
const invocations = new WeakMap<JovoProfile, Invocation>()

export function startInvocation(profile: JovoProfile, invocation: Invocation): void {
  invocations.set(profile, invocation)
}

/** Returns what the plugin knows about the request. @throws {JovoError} without the plugin */
export function invocationOf(jovo: Jovo): Invocation {
  const invocation = invocations.get(jovo.$profile)
  if (invocation !== undefined) return invocation
  throw new JovoError({
    message: 'this.$profile is missing.',
    hint: 'Add new ProfilePlugin() to the plugins of your app.',
  })
}

/** Records the current handler. A consent answer is for the handler that asked, not for those that it redirects to. */
export function enterHandler(jovo: Jovo, handler: string): void {
  const invocation = invocationOf(jovo)
  if (invocation.handler !== undefined) invocation.consentAnswer = undefined
  invocation.handler = handler
}

/** Translates the call of the current handler. */
export function handlerCall<Response>(
  jovo: Jovo,
  respond: (response: AlexaResponse) => Response | Promise<Response>,
): HandlerCall<Jovo, Response> {
  const { client, consentAnswer, handler = '', shouldAsk } = invocationOf(jovo)
  return {
    client,
    reader: jovo.$profile,
    context: jovo,
    shouldAsk,
    envelope: envelopeOf(jovo),
    consentAnswer,
    handler: `${jovo.$handleRequest.activeComponentNode?.path.join('.') ?? ''}#${handler}`,
    remember: (change) => void Object.assign(jovo.$session.data, change(jovo.$session.data)),
    respond,
  }
}
