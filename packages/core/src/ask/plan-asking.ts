import type { AskForConsent, Obstacle } from '../decide/decide.js'
import type { ProfileField } from '../fields/fields.js'
import { wasRefused } from './declined.js'
import type { RespondToOptions } from './respond-to.js'

/** What an integration knows when a handler cannot go on. */
export interface AskingContext extends Pick<RespondToOptions, 'ask' | 'consent' | 'envelope'> {
  /** The answer to a voice consent that brought the request back to this handler. */
  readonly resumedBy?: { readonly fields: readonly ProfileField[] } | undefined
  /** A skill's own; called where consent is missing, `ask` does not say, and nobody said no in this session. */
  readonly shouldAsk?: ((decision: AskForConsent) => boolean | Promise<boolean>) | undefined
}

/** How an integration answers; `ask` and `consent` are to be passed on to `respondTo`. */
export interface AskingPlan {
  readonly ask: boolean
  readonly consent: RespondToOptions['consent']
  /** Where consent is missing and nobody is to ask: stands for the customer's no, for a skill that goes on without. */
  readonly refusal: { readonly answer: 'denied'; readonly fields: readonly ProfileField[] } | undefined
  /** Whether this is the last time that anybody asks in the session, which `rememberRefusal` then has to note. */
  readonly isLast: boolean
}

/** For integrations: whether and how to ask for what a decision lacks. */
export async function planAsking(
  decision: Obstacle,
  { ask, consent, envelope, resumedBy, shouldAsk }: AskingContext,
): Promise<AskingPlan> {
  if (decision.action !== 'ask-for-consent') return { ask: true, consent, refusal: undefined, isLast: false }
  const asks = !wasRefused(envelope) && (ask ?? (shouldAsk === undefined || (await shouldAsk(decision))))
  // Alexa has asked by voice, or cannot: where that was not enough, the card is what is left, and it is left once.
  const wasAsked = decision.fields.some((field) => resumedBy?.fields.includes(field))
  return {
    ask: asks,
    consent: wasAsked ? 'card' : consent,
    refusal: asks ? undefined : { answer: 'denied', fields: decision.fields },
    isLast: asks && wasAsked,
  }
}
