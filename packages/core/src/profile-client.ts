import { type ConsentCard, type ConsentCardOptions, consentCard } from './ask/consent-card.js'
import { type AlexaResponse, type RespondToOptions, respondTo, type SpeechOptions } from './ask/respond-to.js'
import { type VoiceConsentDirective, type VoiceConsentRequest, voiceConsent } from './ask/voice-consent.js'
import { withoutPrototype } from './base/own.js'
import { processWide } from './base/process-wide.js'
import { ProfileError } from './base/profile-error.js'
import { decide, fieldsIn, type Obstacle, type ProfileDecision, type ProfileRequirement } from './decide/decide.js'
import type { ProfileField, SpeakerField } from './fields/fields.js'
import type { Scope } from './fields/scopes.js'
import { type ConsentAnswer, respondToConsentAnswer } from './hear/consent-answer.js'
import { type AlexaRegion, allowedEndpoint, endpointOf } from './http/endpoint.js'
import { type ProfileClientOptions, resolveOptions } from './profile-client-options.js'
import { type ReadableEnvelope, type RequestEnvelope, readEnvelope, tokenIn } from './read/envelope.js'
import { FieldReader, type ReadFields, type ReadOptions } from './read/field-reader.js'
import { ReadTime } from './read/read-time.js'

/** Reads the profile of one request at one level: the customer's or the speaker's. */
export interface LevelReader<Readable extends ProfileField> {
  /**
   * Reads fields in parallel. Each field is read at most once per reader: a second call joins a read in progress, and
   * reuses a final result (a value, not set, permission missing). Alexa's responses and failures are results and never
   * reject.
   *
   * @throws {ProfileError} (as a rejection) `envelope-invalid`, `token-missing`, `endpoint-not-allowed`,
   *   `field-unknown`, `option-invalid`, `client-closed`
   */
  readonly read: ReadFields<Readable>
  /**
   * Reads fields and decides what the skill should do next: `read`, then `decide`. Optional fields are not retried, so
   * they neither delay the decision nor use the retries of the required ones.
   *
   * @throws {ProfileError} (as a rejection) as `read` does
   */
  require<Required extends Readable = never, Optional extends Readable = never>(
    requirement: ProfileRequirement<Required, Optional>,
    options?: ReadOptions,
  ): Promise<ProfileDecision<Required, Optional>>
}

/** Reads the profile of the customer behind one request. Keeps no value beyond it. */
export interface ProfileReader extends LevelReader<ProfileField> {
  /** Reads the profile of the speaker whose voice Alexa recognized. Speakers have no email address. */
  readonly speaker: LevelReader<SpeakerField>
}

/** Options of `forRequest`. */
export interface ForRequestOptions {
  /**
   * Returns the time that the platform leaves for this invocation, in milliseconds: pass Lambda's
   * `context.getRemainingTimeInMillis`. Called at each read, which ends half a second earlier. Default: only the
   * deadline limits a read.
   */
  readonly timeLeftMs?: (() => number | undefined) | undefined
}

/** Reads profiles and asks for consent, over connections that it keeps open. Create one per process. */
export interface ProfileClient {
  /**
   * Creates the reader for one request. Never throws: the first `read` reports an invalid envelope. Values are never
   * kept across requests, as Amazon requires.
   */
  forRequest(envelope: RequestEnvelope, options?: ForRequestOptions): ProfileReader
  /**
   * For integrations: like `forRequest`, but returns the same reader for the same invocation object (ask-sdk's
   * `HandlerInput`, Nest's request …), also to another copy of this package.
   */
  forInvocation(invocation: object, envelope: RequestEnvelope, options?: ForRequestOptions): ProfileReader
  /**
   * Builds the response to a decision. Like the function `respondTo`, with this client's `skillName`, `prompts`,
   * `consent` and `declaredScopes` as defaults.
   */
  respondTo(decision: Obstacle, options?: RespondToOptions): AlexaResponse
  /**
   * Builds the response to a consent answer other than `accepted`, with this client's `skillName` and `prompts` as
   * defaults.
   */
  respondToConsentAnswer(answer: ConsentAnswer, options?: SpeechOptions): AlexaResponse
  /** Builds a consent card, with this client's `declaredScopes` as default. */
  consentCard(fieldsOrScopes: readonly (ProfileField | Scope)[], options?: ConsentCardOptions): ConsentCard
  /** Builds a voice consent directive, with this client's `declaredScopes` as default. */
  voiceConsent(request: VoiceConsentRequest): VoiceConsentDirective
  /**
   * Opens connections before the first read, which then takes one round trip instead of three. Call it while the module
   * loads, with the region that the skill is deployed to, or at the start of a request that will need the profile, with
   * its `context.System.apiEndpoint`. In development, a region stands for the emulator in `ALEXA_PROFILE_ENDPOINT`.
   *
   * Works in the background, ignores failures, and does not keep the process alive. Opens no connections if enough are
   * unused, or with your own `agent`.
   *
   * @param connections the number of fields that will be read at once, 1 to 256; default 4
   * @throws {ProfileError} `endpoint-not-allowed`, `option-invalid`, `client-closed`
   *
   * @example
   * const client = createProfileClient()
   * client.warm('EU', 2)
   */
  warm(endpoint: AlexaRegion | (string & Record<never, never>), connections?: number): void
  /** Closes the connections that only this client uses. Later reads reject with `client-closed`. */
  close(): void
}

/** A reader, and the token of its request. */
interface KnownReader {
  readonly token: unknown
  readonly reader: ProfileReader
}

/** client → invocation object → reader */
const readers = processWide('readers/1', () => new WeakMap<ProfileClient, WeakMap<object, KnownReader>>())

const shared = processWide('default-client/1', (): { client?: ProfileClient | undefined } => ({}))

/**
 * Creates a client that reads profiles and asks for consent. Create one per process.
 *
 * @throws {ProfileError} `option-invalid`
 *
 * @example
 * const client = createProfileClient()
 *
 * export async function handler(envelope: RequestEnvelope) {
 *   const decision = await client.forRequest(envelope).require({ required: ['givenName', 'email'] })
 *   if (decision.action !== 'proceed') {
 *     return toResponseEnvelope(client.respondTo(decision, { envelope, purpose: 'book your table' }))
 *   }
 *   return toResponseEnvelope(await book(decision.profile.givenName, decision.profile.email))
 * }
 */
export function createProfileClient(options: ProfileClientOptions = {}): ProfileClient {
  const { asking, settings } = resolveOptions(options)
  const { transport } = settings.policy
  let closed = false

  function checkOpen(): void {
    if (closed)
      throw new ProfileError('client-closed', 'The client is closed. Create one per process and close it last.')
  }
  function openFor(envelope: unknown): () => ReadableEnvelope {
    let checked: ReadableEnvelope | undefined
    return () => {
      checkOpen()
      checked ??= readEnvelope(envelope)
      return checked
    }
  }

  const client: ProfileClient = {
    forRequest(envelope, forRequestOptions = {}) {
      const { timeLeftMs } = withoutPrototype(forRequestOptions)
      const request = { open: openFor(envelope), timeLeftMs, time: new ReadTime(), deviceReads: new Map() }
      const speaker = levelReader(new FieldReader<SpeakerField>('speaker', request, settings))
      return { ...levelReader(new FieldReader<ProfileField>('customer', request, settings)), speaker }
    },
    forInvocation(invocation, envelope, forRequestOptions) {
      const ofClient = readers.get(client) ?? new WeakMap<object, KnownReader>()
      readers.set(client, ofClient)
      const token = tokenIn(envelope)
      const known = ofClient.get(invocation)
      // If an object is used for another request, as some mocks are, the first request's values must not be returned.
      if (known !== undefined && known.token === token) return known.reader
      const reader = client.forRequest(envelope, forRequestOptions)
      ofClient.set(invocation, { token, reader })
      return reader
    },
    warm(endpoint, connections = 4) {
      checkOpen()
      if (!Number.isInteger(connections) || connections < 1 || connections > 256) {
        throw new ProfileError('option-invalid', 'connections must be a whole number from 1 to 256.')
      }
      transport.warm(allowedEndpoint(endpointOf(endpoint), transport.allowedOrigins), connections)
    },
    respondTo: (decision, own) => respondTo(decision, withDefaults(own, asking)),
    respondToConsentAnswer: (answer, own) => respondToConsentAnswer(answer, withDefaults(own, asking)),
    consentCard: (fieldsOrScopes, own) => consentCard(fieldsOrScopes, withDefaults(own, asking)),
    voiceConsent: (request) => voiceConsent(withDefaults(request, asking)),
    close() {
      if (closed) return
      closed = true
      transport.close()
      if (shared.client === client) shared.client = undefined
    },
  }
  return client
}

function levelReader<Readable extends ProfileField>(reader: FieldReader<Readable>): LevelReader<Readable> {
  return {
    read: (fields, options) => reader.read(fields, options),
    async require(requirement, options) {
      const { required, optional } = fieldsIn(requirement)
      const needed: readonly ProfileField[] = required
      const once = optional.filter((field) => !needed.includes(field))
      return decide(await reader.read([...required, ...optional], options, once), { required, optional })
    },
  }
}

/**
 * For integrations: returns the client without options, which integrations share until they are configured. One per
 * process.
 */
export function defaultProfileClient(): ProfileClient {
  shared.client ??= createProfileClient()
  return shared.client
}

/** An option that is undefined counts as missing. */
function withDefaults<Options extends object>(own: Options | undefined, defaults: Partial<Options>): Options {
  const given = Object.entries(own ?? {}).filter(([, value]) => value !== undefined)
  return withoutPrototype({ ...defaults, ...Object.fromEntries(given) }) as Options
}
