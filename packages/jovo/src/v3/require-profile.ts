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
  /** Responds to every other decision. `respond` sends the usual response, which is the default. */
  readonly otherwise?: ((this: Jovo, decision: Obstacle, respond: () => Promise<unknown>) => unknown) | undefined
}

/** The customer's fields to read, and how to ask for missing ones. */
export interface RequireProfileOptions<Required extends ProfileField, Optional extends ProfileField>
  extends CustomerRequirement<Required, Optional, Jovo>,
    Handlers {}

/** The recognized speaker's fields to read, and how to ask for missing ones. Speakers have no email address. */
export interface RequireSpeakerOptions<Required extends SpeakerField, Optional extends SpeakerField>
  extends SpeakerRequirement<Required, Optional, Jovo>,
    Handlers {}

/** A Jovo handler that receives every required value, and the optional ones that are available. */
export type ProfileHandler<Required extends ProfileField, Optional extends ProfileField> = (
  this: Jovo,
  profile: Profile<Required, Optional>,
  decision: Proceed<Required, Optional>,
) => unknown

/**
 * Wraps a handler, so that it is called with the profile that it requires. If something is missing, Alexa says what it
 * is, and asks for consent by card or by voice if that helps. After a yes by voice, the same handler is called with the
 * original request and state, in the context and session of the request with the consent answer.
 *
 * @throws {ProfileError} `option-invalid`, `field-unknown` for mistakes in the options or the handler, immediately
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

  // Jovo reads the parameters from the source. With two of them, it would wait for a callback.
  return async function handle(this: Jovo) {
    await requirement.meet(handlerCall(this), {
      proceed: (profile, decision) => handler.call(this, profile, decision),
      declined: declined?.bind(this),
      otherwise: otherwise?.bind(this),
    })
  }
}
