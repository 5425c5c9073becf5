import type { ProfileField, ProfileRequirement, ReadOptions, RespondToOptions } from '@alexa-profile/core'
import type { ShouldAsk } from './alexa-profile-module-options.interface.js'

/** How to ask for what a method requires. */
export interface Asking<Declined extends string, Otherwise extends string>
  extends Omit<RespondToOptions, 'envelope' | 'ask' | 'waitingHandler'>,
    Pick<ReadOptions, 'deadlineMs'> {
  /** Default: the module's. */
  readonly shouldAsk?: ShouldAsk | undefined
  /**
   * The controller's method that answers when the customer was asked by voice and did not agree; called with the answer and
   * the original request. Also called, with the answer `denied`, where the customer is not to be asked: after a no in the
   * same session, and when `shouldAsk` says so. Default: says that the skill cannot go on, or where to go on in the app.
   */
  readonly declined?: Declined | undefined
  /** The controller's method that answers every other decision, called with it and the request. Default: the right words. */
  readonly otherwise?: Otherwise | undefined
}

/** What a method requires, with what it is not typed for left out. */
export interface Requirement extends ProfileRequirement<ProfileField, ProfileField>, Asking<string, string> {
  readonly level?: 'customer' | 'speaker' | undefined
}

/** Where `@RequireProfile()` keeps its options; the same in all copies of this package. */
export const requirementKey = Symbol.for('@alexa-profile/nestjs/require-profile')
