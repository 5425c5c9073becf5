import {
  type AnyRequirement,
  type ConsentAnswer,
  createProfileClient,
  defaultProfileClient,
  integrationOptions,
  type Obstacle,
  type ProfileClient,
  type ProfileClientOptions,
  type ProfileField,
  type ProfileReader,
  type ProfileRequirement,
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

/** Wraps a request handler. See `AlexaProfile`. */
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

/** What a skill built on ask-sdk-core needs to know its customer. You may destructure the functions. */
export interface AlexaProfile {
  /**
   * Reads the profile of the customer who sent this request. Returns the same reader for the same `HandlerInput`, so
   * that interceptors and handlers share results. Its reads end half a second before Lambda's time does.
   */
  readonly profileFor: (input: HandlerInput) => ProfileReader
  /**
   * Wraps a request handler: it is called with the profile that it requires. If something is missing, the customer hears
   * why and is asked for consent, by card or by voice, if that helps. With voice consent the wrapped handler also takes
   * the consent answer, and continues with the original request.
   *
   * @throws {ProfileError} `option-invalid`, `field-unknown` for mistakes in the options and the handler, at once
   */
  readonly requireProfile: RequireProfile
  /** Request handlers for consent answers and consent events. Register them after those made by `requireProfile`. */
  readonly consentHandlers: (options?: ConsentHandlersOptions) => RequestHandler[]
  /**
   * The response to a decision that keeps the skill from going on, in the request's language. Asks by card unless the
   * options say `voice`, whatever the default is: `onConsentAnswer` gets the consent answer.
   *
   * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  readonly respondTo: (input: HandlerInput, decision: Obstacle, options?: RespondToOptions) => Response
  /** The usual response after a consent answer that is no consent, for a `declined` that has nothing better. */
  readonly respondToConsentAnswer: (input: HandlerInput, answer: ConsentAnswer, options?: SpeechOptions) => Response
  /** The client that reads. Close it when a process shuts down. */
  readonly client: ProfileClient
}

/**
 * Configures the functions of this package. Call it once, when the module loads. The package exports the same functions
 * without options.
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
  const { shouldAsk, ...clientOptions } = integrationOptions<AlexaProfileOptions>(options ?? {})
  const client = options === undefined ? defaultProfileClient() : createProfileClient(clientOptions)
  return {
    profileFor: (input) => readerOf(client, input),
    requireProfile: <Required extends ProfileField, Optional extends ProfileField>(
      requirement: AnyRequirement<HandlerInput> & ProfileRequirement<Required, Optional>,
      handler: ProfileRequestHandler<Required, Optional>,
    ) => profileHandler(client, requirement, handler, shouldAsk),
    consentHandlers,
    respondTo(input, decision, own) {
      const { consent = 'card', ...rest } = { __proto__: null, ...own }
      return client.respondTo(decision, { ...rest, consent, envelope: input.requestEnvelope })
    },
    respondToConsentAnswer: (input, answer, own) =>
      client.respondToConsentAnswer(answer, { ...own, envelope: input.requestEnvelope }),
    client,
  }
}
