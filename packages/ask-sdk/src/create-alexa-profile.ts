import {
  createProfileClient,
  defaultProfileClient,
  type Obstacle,
  type ProfileClient,
  type ProfileClientOptions,
  type ProfileField,
  type ProfileReader,
  type RespondToOptions,
} from '@alexa-profile/core'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { readerOf } from './invocation.js'
import { type ProfileRequestHandler, profileHandler, type RequireProfileOptions } from './require-profile.js'

/** What a skill built on ask-sdk-core needs to know who it is talking to. The functions may be taken apart. */
export interface AlexaProfile {
  /**
   * Reads the profile of the customer who sent this request. The same reader for the same `HandlerInput`, so that
   * interceptors and handlers share what was read; its reads end half a second before Lambda's time does.
   */
  readonly profileFor: (input: HandlerInput) => ProfileReader
  /**
   * Wraps a request handler: it is called with the profile it requires, and where that is not there, the customer
   * hears why and gets a consent card if one helps.
   */
  readonly requireProfile: <Required extends ProfileField = never, Optional extends ProfileField = never>(
    options: RequireProfileOptions<Required, Optional>,
    handler: ProfileRequestHandler<Required, Optional>,
  ) => RequestHandler
  /**
   * The answer for a decision that keeps the skill from going on, in the request's language.
   *
   * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  readonly respondTo: (input: HandlerInput, decision: Obstacle, options?: RespondToOptions) => Response
  /** The client under it all, to be closed where a process shuts down. */
  readonly client: ProfileClient
}

/**
 * Call it once, when the module loads. Without options it gives what this package exports as `profileFor`,
 * `requireProfile` and `respondTo`.
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
export function createAlexaProfile(options?: ProfileClientOptions): AlexaProfile {
  const client = options === undefined ? defaultProfileClient() : createProfileClient(options)
  return {
    profileFor: (input) => readerOf(client, input),
    requireProfile: (requirement, handler) => profileHandler(client, requirement, handler),
    respondTo: (input, decision, own) => client.respondTo(decision, { envelope: input.requestEnvelope, ...own }),
    client,
  }
}
