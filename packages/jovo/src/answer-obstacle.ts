import {
  type AlexaResponse,
  type AskForConsent,
  type ConsentAnswer,
  isDeclined,
  mayAsk,
  type Obstacle,
  type ProfileClient,
  ProfileError,
  type RespondToOptions,
} from '@alexa-profile/core'

export interface ObstacleContext {
  readonly client: ProfileClient
  /** The customer's answer, when it brought back a request that had waited for it. */
  readonly resumedBy: ConsentAnswer | undefined
  readonly shouldAsk: ((decision: AskForConsent) => boolean | Promise<boolean>) | undefined
}

/**
 * What to say when a handler cannot go on, be it that the customer has just said no (then no decision is needed).
 *
 * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
 */
export async function answerObstacle(
  decision: Obstacle | undefined,
  options: RespondToOptions,
  { client, resumedBy, shouldAsk }: ObstacleContext,
): Promise<AlexaResponse> {
  if (resumedBy && isDeclined(resumedBy)) return client.respondToAnswer(resumedBy, options)
  if (decision === undefined) {
    throw new ProfileError('decision-invalid', 'Pass the decision that this.$profile.require gave.')
  }
  const asking = decision.action === 'ask-for-consent' ? shouldAsk && (() => shouldAsk(decision)) : undefined
  const ask = await mayAsk(decision, options.envelope, asking)
  // Alexa has asked by voice, or cannot: where that was not enough, the card is what is left.
  return client.respondTo(decision, { ...options, ask: options.ask ?? ask, ...(resumedBy && { consent: 'card' }) })
}
