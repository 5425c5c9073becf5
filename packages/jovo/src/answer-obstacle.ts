import {
  type AlexaResponse,
  type AskForConsent,
  type ConsentAnswer,
  isDeclined,
  type Obstacle,
  type ProfileClient,
  ProfileError,
  planAsking,
  type RespondToOptions,
  rememberRefusal,
} from '@alexa-profile/core'

export interface ObstacleContext<Answer> {
  readonly client: ProfileClient
  /** The customer's answer, when it brought the request back to the handler that runs now. */
  readonly resumedBy: ConsentAnswer | undefined
  readonly shouldAsk: ((decision: AskForConsent) => boolean | Promise<boolean>) | undefined
  /** A skill's own way to go on without, when the customer said no or is not to be asked. */
  readonly declined?: ((answer: ConsentAnswer) => Answer | Promise<Answer>) | undefined
  /** Says what core composed, in Jovo's way. */
  readonly respond: (response: AlexaResponse) => Answer
  /** What Jovo keeps for the session. */
  readonly sessionData: Record<string, unknown>
}

/**
 * Answers when a handler cannot go on, be it that the customer has just said no (then no decision is needed).
 *
 * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
 */
export async function answerObstacle<Answer>(
  decision: Obstacle | undefined,
  options: RespondToOptions,
  { client, declined, respond, resumedBy, shouldAsk, sessionData }: ObstacleContext<Answer>,
): Promise<Answer> {
  if (resumedBy && isDeclined(resumedBy)) {
    return declined ? declined(resumedBy) : respond(client.respondToAnswer(resumedBy, options))
  }
  if (decision === undefined) {
    throw new ProfileError('decision-invalid', 'Pass the decision that this.$profile.require gave.')
  }
  const { ask, consent, refusal, isLast } = await planAsking(decision, { ...options, resumedBy, shouldAsk })
  if (refusal && declined) return declined(refusal)
  const response = client.respondTo(decision, { ...options, ask, consent })
  if (isLast) Object.assign(sessionData, rememberRefusal(sessionData))
  return respond(response)
}
