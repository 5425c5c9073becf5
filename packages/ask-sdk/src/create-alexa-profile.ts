import {
  type ConsentAnswer,
  createProfileClient,
  defaultProfileClient,
  type Obstacle,
  type ProfileClient,
  type ProfileClientOptions,
  type ProfileField,
  type ProfileReader,
  type RespondToOptions,
  type SpeakerField,
  type SpeechOptions,
} from '@alexa-profile/core'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { type ConsentHandlersOptions, consentHandlers } from './consent-handlers.js'
import { readerOf } from './invocation.js'
import {
  type ProfileRequestHandler,
  profileHandler,
  type RequireProfileOptions,
  type RequireSpeakerOptions,
  type ShouldAsk,
} from './require-profile.js'

export interface AlexaProfileOptions extends ProfileClientOptions {
  /** Default for all handlers made by `requireProfile`. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/** Wraps a request handler; see `AlexaProfile`. */
export interface RequireProfile {
  <Required extends ProfileField = never, Optional extends ProfileField = never>(
    options: RequireProfileOptions<Required, Optional>,
    handler: ProfileRequestHandler<Required, Optional>,
  ): RequestHandler
  <Required extends SpeakerField = never, Optional extends SpeakerField = never>(
    options: RequireSpeakerOptions<Required, Optional>,
    handler: ProfileRequestHandler<Required, Optional>,
  ): RequestHandler
}

/** What a skill built on ask-sdk-core needs to know who it is talking to. The functions may be taken apart. */
export interface AlexaProfile {
  /**
   * Reads the profile of the customer who sent this request. The same reader for the same `HandlerInput`, so that
   * interceptors and handlers share what was read; its reads end half a second before Lambda's time does.
   */
  readonly profileFor: (input: HandlerInput) => ProfileReader
  /**
   * Wraps a request handler: it is called with the profile it requires, and where that is not there, the customer
   * hears why and is asked for consent, by card or by voice, if that helps. With voice consent the wrapped handler also
   * takes the customer's answer, and goes on with the original request.
   */
  readonly requireProfile: RequireProfile
  /** Request handlers for consent answers and skill events; register them after those made by `requireProfile`. */
  readonly consentHandlers: (options?: ConsentHandlersOptions) => RequestHandler[]
  /**
   * The answer for a decision that keeps the skill from going on, in the request's language. Asks by card, whatever the
   * default is, unless told otherwise: the answer to a voice consent asked for here goes to `onAnswer`.
   *
   * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  readonly respondTo: (input: HandlerInput, decision: Obstacle, options?: RespondToOptions) => Response
  /** The answer where the customer was asked by voice and did not agree, for a `declined` that has nothing better. */
  readonly respondToAnswer: (input: HandlerInput, answer: ConsentAnswer, options?: SpeechOptions) => Response
  /** The client under it all, to be closed where a process shuts down. */
  readonly client: ProfileClient
}

/**
 * Call it once, when the module loads. Without options it gives what this package exports as `profileFor`,
 * `requireProfile`, `consentHandlers`, `respondTo` and `respondToAnswer`.
 *
 * @throws {ProfileError} `option-invalid`
 *
 * @example
 * const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })
 *
 * const bookTable = requireProfile({ required: ['givenName', 'email'], purpose: 'book your table' }, {
 *   canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'IntentRequest',
 *   handle: async (input, { givenName, email }) => {
 *     await book(email)
 *     return input.responseBuilder.speak(`Thank you, ${escapeSsml(givenName)}.`).getResponse()
 *   },
 * })
 */
export function createAlexaProfile(options?: AlexaProfileOptions): AlexaProfile {
  const { shouldAsk, ...clientOptions } = options ?? {}
  const client = options === undefined ? defaultProfileClient() : createProfileClient(clientOptions, ['shouldAsk'])
  const requireProfile: RequireProfile = <Required extends ProfileField, Optional extends ProfileField>(
    requirement: Parameters<typeof profileHandler<Required, Optional>>[1],
    handler: ProfileRequestHandler<Required, Optional>,
  ) => profileHandler(client, { ...requirement, shouldAsk: requirement.shouldAsk ?? shouldAsk }, handler)
  return {
    profileFor: (input) => readerOf(client, input),
    requireProfile,
    consentHandlers,
    respondTo: (input, decision, own) =>
      client.respondTo(decision, { ...own, consent: own?.consent ?? 'card', envelope: input.requestEnvelope }),
    respondToAnswer: (input, answer, own) =>
      client.respondToAnswer(answer, { ...own, envelope: input.requestEnvelope }),
    client,
  }
}
