import type {
  Obstacle,
  Proceed,
  Profile,
  ProfileClient,
  ProfileField,
  ProfileRequirement,
  ReadOptions,
  RespondToOptions,
} from '@alexa-profile/core'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { readerOf } from './invocation.js'

type Answer = Response | Promise<Response>

/** What to read, and what to say where that is not enough. */
export type RequireProfileOptions<Required extends ProfileField, Optional extends ProfileField> = ProfileRequirement<
  Required,
  Optional
> &
  Omit<RespondToOptions, 'envelope'> &
  Pick<ReadOptions, 'deadlineMs'>

/** A request handler that is only called with the profile it needs. */
export interface ProfileRequestHandler<Required extends ProfileField, Optional extends ProfileField> {
  canHandle(input: HandlerInput): boolean | Promise<boolean>
  /** @param profile every required value, and the optional ones that are there */
  handle(input: HandlerInput, profile: Profile<Required, Optional>, decision: Proceed<Required, Optional>): Answer
  /** Answers every other decision in your own way. Default: `respondTo`. */
  otherwise?(input: HandlerInput, decision: Obstacle): Answer
}

/** A `ProfileError` goes to the skill's error handlers, as whatever else a handler throws. */
export function profileHandler<Required extends ProfileField, Optional extends ProfileField>(
  client: ProfileClient,
  options: RequireProfileOptions<Required, Optional>,
  handler: ProfileRequestHandler<Required, Optional>,
): RequestHandler {
  const { required, optional, deadlineMs, ...asking } = options
  return {
    canHandle: (input) => handler.canHandle(input),
    async handle(input) {
      const decision = await readerOf(client, input).require({ required, optional }, { deadlineMs })
      if (decision.action === 'proceed') return handler.handle(input, decision.profile, decision)
      if (handler.otherwise !== undefined) return handler.otherwise(input, decision)
      return client.respondTo(decision, { ...asking, envelope: input.requestEnvelope })
    },
  }
}
