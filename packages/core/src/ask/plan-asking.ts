import type { AskForConsent } from '../decide/decide.js'
import type { ProfileField } from '../fields/fields.js'
import { hasDeclined } from './declined.js'
import type { RespondToOptions } from './respond-to.js'

export interface AskingContext extends Pick<RespondToOptions, 'ask' | 'consent' | 'envelope'> {
  /** The fields of the consent answer that resumed this request. */
  readonly askedByVoice: readonly ProfileField[]
  /**
   * The skill's function that decides whether to ask. Not called if `ask` is set or the customer has declined in this
   * session.
   */
  readonly shouldAsk: ((decision: AskForConsent) => boolean | Promise<boolean>) | undefined
}

/** How to ask for consent. `ask` and `consent` are options of `respondTo`. */
export interface AskingPlan {
  readonly ask: boolean
  readonly consent: RespondToOptions['consent']
  /** Whether the skill asks for the last time in this session. */
  readonly isLast: boolean
}

/** Decides whether and how to ask for consent. */
export async function planAsking(
  decision: AskForConsent,
  { ask, askedByVoice, consent, envelope, shouldAsk }: AskingContext,
): Promise<AskingPlan> {
  const asks = !hasDeclined(envelope) && (ask ?? (shouldAsk === undefined || (await shouldAsk(decision))))
  // Alexa has asked by voice, or could not. If the data is still missing, the card asks once.
  const wasAsked = decision.fields.some((field) => askedByVoice.includes(field))
  return { ask: asks, consent: wasAsked ? 'card' : consent, isLast: asks && wasAsked }
}
