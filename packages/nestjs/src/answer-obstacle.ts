import {
  type AlexaResponse,
  type ConsentAnswer,
  type Obstacle,
  type ProfileClient,
  planAsking,
  type RequestEnvelope,
  type RespondToOptions,
  rememberRefusal,
} from '@alexa-profile/core'
import type { ShouldAsk } from './alexa-profile-module-options.interface.js'
import { rememberInTurn, type Turn } from './turn.js'

export interface ObstacleContext {
  readonly client: ProfileClient
  readonly envelope: RequestEnvelope
  /** `undefined` for an envelope that did not come through Nest. */
  readonly turn: Turn | undefined
  readonly shouldAsk: ShouldAsk | undefined
}

/**
 * What to answer when a handler cannot go on.
 *
 * @param declined answers in its own way where the customer is not to be asked
 * @throws {ProfileError} (as a rejection) `decision-invalid`, `option-invalid`, `scope-not-declared`
 */
export async function answerObstacle<Declined = never>(
  decision: Obstacle,
  options: RespondToOptions,
  { client, envelope, turn, shouldAsk }: ObstacleContext,
  declined?: (refusal: ConsentAnswer) => Declined | Promise<Declined>,
): Promise<AlexaResponse | Declined> {
  const { refusal, isLast, ...plan } = await planAsking(decision, {
    ask: options.ask,
    consent: options.consent,
    envelope,
    resumedBy: turn?.answer,
    shouldAsk: shouldAsk && ((asked) => shouldAsk(envelope, asked)),
  })
  if (refusal !== undefined && declined !== undefined) return declined(refusal)
  const response = client.respondTo(decision, { ...options, ...plan, envelope })
  if (isLast && turn !== undefined) rememberInTurn(turn, rememberRefusal)
  return response
}
