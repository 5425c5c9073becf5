import {
  type AnyRequirement,
  assertFunctions,
  type CustomerRequirement,
  createRequirement,
  type Obstacle,
  type Proceed,
  type Profile,
  type ProfileField,
  type SpeakerField,
  type SpeakerRequirement,
} from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import { handlerCall } from './invocation.js'
import type { RespondToOptions } from './jovo-profile.js'

interface Handlers extends Pick<RespondToOptions, 'declined'> {
  /** Responds to every other decision in its own way. `respond` sends the usual response. */
  readonly otherwise?: ((this: Jovo, decision: Obstacle, respond: () => Promise<unknown>) => unknown) | undefined
}

/** What to read about the customer, and how to ask for what is missing. */
export interface RequireProfileOptions<Required extends ProfileField, Optional extends ProfileField>
  extends CustomerRequirement<Required, Optional, Jovo>,
    Handlers {}

/** The same for the recognized speaker, who has no email address. */
export interface RequireSpeakerOptions<Required extends SpeakerField, Optional extends SpeakerField>
  extends SpeakerRequirement<Required, Optional, Jovo>,
    Handlers {}

/** A Jovo handler that gets every required value, and the optional ones that are there. */
export type ProfileHandler<Required extends ProfileField, Optional extends ProfileField> = (
  this: Jovo,
  profile: Profile<Required, Optional>,
  decision: Proceed<Required, Optional>,
) => unknown

/**
 * Wraps a handler: it is called with the profile that it requires. If something is missing, the customer hears why and is
 * asked for consent, by card or by voice, if that helps. After a yes by voice the same handler is called with the original
 * request and state, in the context and session of the request that brought the consent answer.
 *
 * @throws {ProfileError} `option-invalid`, `field-unknown` for mistakes in the options and the handler, at once
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
  options: AnyRequirement<Jovo> & Handlers,
  handler: ProfileHandler<ProfileField, ProfileField>,
): (this: Jovo) => Promise<void> {
  const requirement = createRequirement<Jovo>(options, ['declined', 'otherwise'])
  const { declined, otherwise }: Handlers = Object.assign(Object.create(null), options)
  assertFunctions({ handler, declined, otherwise }, ['handler'])

  // Jovo reads the parameters out of the source: two would make it wait for a callback.
  return async function handle(this: Jovo) {
    await requirement.meet(handlerCall(this), {
      proceed: (profile, decision) => handler.call(this, profile, decision),
      declined: declined?.bind(this),
      otherwise: otherwise?.bind(this),
    })
  }
}
