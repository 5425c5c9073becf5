import {
  assertRequirement,
  isDeclined,
  type Obstacle,
  type Proceed,
  type Profile,
  type ProfileDecision,
  type ProfileField,
  type ProfileRequirement,
  type ReadOptions,
  type SpeakerField,
} from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import type { AnswerOptions } from './jovo-profile.js'
import { answerFor } from './waiting-request.js'

interface Asking extends Omit<AnswerOptions, 'ask'>, Pick<ReadOptions, 'deadlineMs'> {
  /** Answers every other decision. Default: `this.$profile.respondTo`. */
  readonly otherwise?: ((this: Jovo, decision: Obstacle) => unknown) | undefined
}

/** What to read of the customer, and how to ask where that is not enough. */
export interface RequireProfileOptions<Required extends ProfileField, Optional extends ProfileField>
  extends ProfileRequirement<Required, Optional>,
    Asking {
  readonly level?: 'customer' | undefined
}

/** The same of the recognized speaker, who has no email address. */
export interface RequireSpeakerOptions<Required extends SpeakerField, Optional extends SpeakerField>
  extends ProfileRequirement<Required, Optional>,
    Asking {
  readonly level: 'speaker'
}

/** A handler of Jovo's that gets every required value, and the optional ones that are there. */
export type ProfileHandler<Required extends ProfileField, Optional extends ProfileField> = (
  this: Jovo,
  profile: Profile<Required, Optional>,
  decision: Proceed<Required, Optional>,
) => unknown

/**
 * Wraps a handler: it is called with the profile it requires. Where that is not there, the customer hears why and is asked
 * for consent, by card or by voice, if that helps. After a yes by voice the same handler is called with the original
 * request and state, in the context and session of the request that brought the answer.
 *
 * @example
 * app.setHandler({
 *   BookTableIntent: requireProfile({ required: ['email'], purpose: 'book your table' }, function ({ email }) {
 *     this.tell('Booked.')
 *   }),
 * })
 */
export function requireProfile<Required extends ProfileField = never, Optional extends ProfileField = never>(
  options: RequireProfileOptions<Required, Optional>,
  handler: ProfileHandler<Required, Optional>,
): (this: Jovo) => Promise<void>
export function requireProfile<Required extends SpeakerField = never, Optional extends SpeakerField = never>(
  options: RequireSpeakerOptions<Required, Optional>,
  handler: ProfileHandler<Required, Optional>,
): (this: Jovo) => Promise<void>
export function requireProfile(
  options: LooseOptions,
  handler: ProfileHandler<ProfileField, ProfileField>,
): (this: Jovo) => Promise<void> {
  assertRequirement(options, ['declined', 'otherwise', 'shouldAsk'])
  const { level, required, optional, deadlineMs, otherwise, ...asking } = options

  function decide({ $profile }: Jovo): Promise<ProfileDecision<ProfileField, ProfileField>> {
    // The types allow no email of a speaker, and the reader refuses it.
    const reader = level === 'speaker' ? ($profile.speaker as typeof $profile) : $profile
    return reader.require({ required, optional }, { deadlineMs })
  }

  // Jovo reads the parameters out of the source: two would make it wait for a callback.
  return async function handle(this: Jovo) {
    const { $profile } = this as Partial<Jovo>
    if ($profile === undefined) {
      throw new Error('There is no this.$profile. Use new ProfilePlugin() after the Alexa platform of your app.')
    }
    const answer = answerFor(this)
    if (answer && isDeclined(answer)) return $profile.respondTo(undefined, asking)
    const decision = await decide(this)
    if (decision.action === 'proceed') await handler.call(this, decision.profile, decision)
    else await (otherwise ? otherwise.call(this, decision) : $profile.respondTo(decision, asking))
  }
}

interface LooseOptions extends ProfileRequirement<ProfileField, ProfileField>, Asking {
  readonly level?: 'customer' | 'speaker' | undefined
}
