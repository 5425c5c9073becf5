import type { AlexaResponse, ConsentAnswer, HandlerCall, ProfileClient, ShouldAskOf } from '@alexa-profile/core'
import { type Jovo, JovoError } from '@jovotech/framework'
import { envelopeOf } from './envelope.js'
import type { JovoProfile } from './jovo-profile.js'

/** Whether to ask this customer for consent now. Amazon wants seven days between reminders. */
export type ShouldAsk = ShouldAskOf<Jovo>

/** What the plugin, its outputs and its decorator know of one request. */
export interface Invocation {
  readonly client: ProfileClient
  readonly shouldAsk: ShouldAsk | undefined
  /** Handler that Jovo runs now. */
  handler?: string
  /** The consent answer that brought the request back to the handler that runs now. */
  consentAnswer: ConsentAnswer | undefined
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

/** Notes which handler runs now. A consent answer is for the handler that asked, not for those that it redirects to. */
export function enterHandler(jovo: Jovo, handler: string): void {
  const invocation = invocationOf(jovo)
  if (invocation.handler !== undefined) invocation.consentAnswer = undefined
  invocation.handler = handler
}

/** The call of the handler that runs now. */
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
