import {
  type ConsentAnswer,
  isDeclined,
  type LevelReader,
  type Obstacle,
  type ProfileDecision,
  type ProfileField,
} from '@alexa-profile/core'
import type { AlexaProfileService } from './alexa-profile.service.js'
import type { ShouldAsk } from './alexa-profile-module-options.interface.js'
import { answerObstacle } from './answer-obstacle.js'
import type { Requirement } from './requirement.js'
import type { Turn } from './turn.js'

export interface RequirementContext {
  readonly service: AlexaProfileService
  readonly shouldAsk: ShouldAsk | undefined
  /** Calls a method of the controller by its name. */
  readonly call: (method: string, what: ConsentAnswer | Obstacle, envelope: object) => unknown
}

/**
 * Puts into the turn what a handler requires, for `@Profile()`. Where that is not there, gives what to answer in place of
 * the handler.
 *
 * @throws {ProfileError} (as a rejection) as reads and `respondTo` do
 */
export async function meetRequirement(
  turn: Turn,
  requirement: Requirement,
  { service, shouldAsk, call }: RequirementContext,
): Promise<{ answer: unknown } | undefined> {
  const { level, required, optional, deadlineMs, shouldAsk: _, declined, otherwise, ...asking } = requirement
  const { envelope } = turn

  if (turn.answer !== undefined && isDeclined(turn.answer) && isAbout(turn.answer)) {
    return { answer: await decline(turn.answer) }
  }
  const decision = await decide()
  if (decision.action !== 'proceed') return { answer: await answerTo(decision) }
  turn.profile = decision.profile
  return undefined

  async function decide(): Promise<ProfileDecision<ProfileField, ProfileField>> {
    const reader = service.profileFor(envelope)
    // The types allow no email of a speaker, and the reader refuses it.
    const leveled = level === 'speaker' ? (reader.speaker as LevelReader<ProfileField>) : reader
    return leveled.require({ required, optional }, { deadlineMs })
  }

  /** It may be about what this handler asked for before the skill was deployed anew. */
  function isAbout({ fields }: ConsentAnswer): boolean {
    return fields.some((field) => required?.includes(field))
  }

  function decline(answer: ConsentAnswer): unknown {
    return declined === undefined ? service.respondToAnswer(envelope, answer, asking) : call(declined, answer, envelope)
  }

  function answerTo(decision: Obstacle): unknown {
    if (otherwise !== undefined) return call(otherwise, decision, envelope)
    const context = { client: service.client, envelope, turn, shouldAsk }
    return answerObstacle(decision, asking, context, declined === undefined ? undefined : decline)
  }
}
