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

/** Options of `createAlexaProfile`. */
export interface AlexaProfileOptions extends ProfileClientOptions {
  /** Whether to ask this customer for consent now. Default for all handlers made by `requireProfile`: always. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/** Wraps a request handler, so that it is called with the profile that it requires. See `AlexaProfile`. */
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

/** The functions that give an ask-sdk skill its customer's profile. They can be destructured. */
export interface AlexaProfile {
  /** Returns the reader for this request's profile, which interceptors and handlers of the same `HandlerInput` share. */
  readonly profileFor: (input: HandlerInput) => ProfileReader
  /**
   * Wraps a request handler, so that it is called with the profile that it requires. If something is missing, Alexa
   * says what it is, and asks for consent by card or by voice if that helps. With voice consent, the handler also
   * receives the consent answer and continues with the original request.
   *
   * @throws {ProfileError} `option-invalid`, `field-unknown` for mistakes in the options or the handler, immediately
   */
  readonly requireProfile: RequireProfile
  /** Returns request handlers for consent answers and events. Register them after those made by `requireProfile`. */
  readonly consentHandlers: (options?: ConsentHandlersOptions) => RequestHandler[]
  /**
   * Builds the response to a decision that keeps the skill from continuing, in the request's language. Asks by card
   * unless the options here say `voice`, and ignores the default; `onConsentAnswer` receives the consent answer.
   *
   * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  readonly respondTo: (input: HandlerInput, decision: Obstacle, options?: RespondToOptions) => Response
  /** Builds the usual response to a consent answer other than `accepted`, for use in `declined`. */
  readonly respondToConsentAnswer: (input: HandlerInput, answer: ConsentAnswer, options?: SpeechOptions) => Response
  /** The client that reads. Close it before the process ends. */
  readonly client: ProfileClient
}

/**
 * Creates the functions of this package with options. Call it once, when the module loads. The package also exports
 * them without options.
 *
 * @throws {ProfileError} `option-invalid`
 *
 * @example
 * const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })
 *
 * const bookTable = requireProfile({ required: ['email'], purpose: 'book your table' }, {
 *   canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'IntentRequest',
 *   handle: async (input, { email }) => input.responseBuilder.speak(await book(email)).getResponse(),
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
