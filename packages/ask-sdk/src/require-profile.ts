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

/** Whether to ask this customer for consent now. Amazon asks for seven days between reminders. */
export type ShouldAsk = ShouldAskOf<HandlerInput>

/** The customer's fields to read, and how to ask for missing ones. */
export interface RequireProfileOptions<Required extends ProfileField = never, Optional extends ProfileField = never>
  extends CustomerRequirement<Required, Optional, HandlerInput> {}

/** The recognized speaker's fields to read, and how to ask for missing ones. Speakers have no email address. */
export interface RequireSpeakerOptions<Required extends SpeakerField = never, Optional extends SpeakerField = never>
  extends SpeakerRequirement<Required, Optional, HandlerInput> {}

/** A request handler that is called with the profile that it requires. */
export interface ProfileRequestHandler<Required extends ProfileField = never, Optional extends ProfileField = never> {
  canHandle(input: HandlerInput): boolean | Promise<boolean>
  /**
   * Called with the profile. After the customer has agreed by voice, `input` holds the original request, in the context
   * and session of the request with the consent answer.
   *
   * @param profile every required value, and the optional ones that are available
   */
  handle(
    input: HandlerInput,
    profile: Profile<Required, Optional>,
    decision: Proceed<Required, Optional>,
  ): Response | Promise<Response>
  /** Responds to every other decision. `respond` builds the usual response, which is the default. */
  otherwise?(input: HandlerInput, decision: Obstacle, respond: () => Promise<Response>): Response | Promise<Response>
  /**
   * Responds if Alexa asked by voice and the customer did not agree. Called with the original request. Also called,
   * with the answer `declined`, if the skill does not ask: after the customer has declined in this session, or if
   * `shouldAsk` returns false. Default: says that the skill cannot continue, or how to continue in the app.
   */
  declined?(input: HandlerInput, consentAnswer: ConsentAnswer): Response | Promise<Response>
}

/**
 * Creates the wrapped handler. If a read throws a `ProfileError`, the skill's error handlers get it, like any error of
 * a handler.
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
