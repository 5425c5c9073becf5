import {
  type AnyRequirement,
  type ConsentAnswer,
  type CustomerRequirement,
  createRequirement,
  functionsOf,
  type Obstacle,
  type Proceed,
  type Profile,
  type ProfileClient,
  type ProfileField,
  type ProfileRequirement,
  type ShouldAskOf,
  type SpeakerField,
  type SpeakerRequirement,
} from '@alexa-profile/core'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { handlerCall, resumptionFor } from './invocation.js'

/** Whether to ask this customer for consent now. Amazon wants seven days between reminders. */
export type ShouldAsk = ShouldAskOf<HandlerInput>

/** What to read about the customer, and how to ask for what is missing. */
export interface RequireProfileOptions<Required extends ProfileField = never, Optional extends ProfileField = never>
  extends CustomerRequirement<Required, Optional, HandlerInput> {}

/** The same for the recognized speaker, who has no email address. */
export interface RequireSpeakerOptions<Required extends SpeakerField = never, Optional extends SpeakerField = never>
  extends SpeakerRequirement<Required, Optional, HandlerInput> {}

/** A request handler that is called with the profile that it requires. */
export interface ProfileRequestHandler<Required extends ProfileField = never, Optional extends ProfileField = never> {
  canHandle(input: HandlerInput): boolean | Promise<boolean>
  /**
   * Also called when the customer has agreed by voice: with the original request, in the context and session of the
   * request that brought the consent answer.
   *
   * @param profile every required value, and the optional ones that are there
   */
  handle(
    input: HandlerInput,
    profile: Profile<Required, Optional>,
    decision: Proceed<Required, Optional>,
  ): Response | Promise<Response>
  /**
   * Responds to every other decision in its own way.
   *
   * @param respond gives the usual response, for the decisions that you leave alone
   */
  otherwise?(input: HandlerInput, decision: Obstacle, respond: () => Promise<Response>): Response | Promise<Response>
  /**
   * Responds when Alexa asked the customer by voice and they did not agree; called with the original request. Also
   * called, with the answer `declined`, if the skill does not ask: after the customer has declined in the same session,
   * and when `shouldAsk` returns false. Default: says that the skill cannot go on, or where to continue in the app.
   */
  declined?(input: HandlerInput, consentAnswer: ConsentAnswer): Response | Promise<Response>
}

/**
 * A `ProfileError` of a read goes to the skill's error handlers, as everything that a handler throws.
 *
 * @throws {ProfileError} `option-invalid`, `field-unknown` for mistakes in the options and the handler, at once
 */
export function profileHandler<Required extends ProfileField, Optional extends ProfileField>(
  client: ProfileClient,
  options: AnyRequirement<HandlerInput> & ProfileRequirement<Required, Optional>,
  handler: ProfileRequestHandler<Required, Optional>,
  shouldAsk: ShouldAsk | undefined,
): RequestHandler {
  const requirement = createRequirement<HandlerInput, Required, Optional>(options)
  const functions = functionsOf(handler, ['canHandle', 'handle'], ['declined', 'otherwise'])
  const { canHandle, handle, declined, otherwise } = functions

  return {
    canHandle(input) {
      const resumption = resumptionFor(requirement.name, input)
      return canHandle.call(handler, resumption ? { ...input, requestEnvelope: resumption.envelope } : input)
    },
    async handle(input) {
      const call = handlerCall(client, requirement.name, input, shouldAsk)
      return requirement.meet(call, {
        proceed: (profile, decision) => handle.call(handler, call.context, profile, decision),
        declined: declined && ((consentAnswer) => declined.call(handler, call.context, consentAnswer)),
        otherwise: otherwise && ((decision, respond) => otherwise.call(handler, call.context, decision, respond)),
      })
    },
  }
}
