import { type ConsentCard, type ConsentCardOptions, consentCard } from './ask/consent-card.js'
import { scopesOf } from './ask/declared-scopes.js'
import { checkPromptOptions, type PromptOptions } from './ask/prompts/prompts.js'
import {
  type AlexaResponse,
  checkConsent,
  type RespondToOptions,
  respondTo,
  type SpeechOptions,
} from './ask/respond-to.js'
import { type VoiceConsentDirective, type VoiceConsentRequest, voiceConsent } from './ask/voice-consent.js'
import { checkDuration, checkOptionNames } from './check-option.js'
import { systemClock } from './clock.js'
import { decide, fieldsIn, type Obstacle, type ProfileDecision, type ProfileRequirement } from './decide/decide.js'
import type { ProfileField, ProfileLevel, SpeakerField } from './fields.js'
import { type ConsentAnswer, respondToAnswer } from './hear/consent-answer.js'
import { withoutPrototype } from './own.js'
import { processState } from './process-state.js'
import { ProfileError } from './profile-error.js'
import { type ReadableEnvelope, type RequestEnvelope, readEnvelope, tokenIn } from './read/envelope.js'
import { createFieldReader, type ReadFields, type ReadOptions, type ReadSettings } from './read/field-reader.js'
import { createTransport, type TransportOptions } from './read/transport.js'
import type { ReadEnd } from './read/watch.js'
import type { Scope } from './scopes.js'

/** How a client reads and asks. Every option has a default that suits a skill on AWS Lambda. */
export interface ProfileClientOptions
  extends TransportOptions,
    Omit<PromptOptions, 'purpose'>,
    ConsentCardOptions,
    Pick<RespondToOptions, 'consent'> {
  /** How long one `read` may take in all, retries included, in milliseconds. Default 3000: Alexa gives a skill 8 s. */
  readonly deadlineMs?: number | undefined
  /** How long one request may take, in milliseconds. Default 1200, which leaves room for a second one. */
  readonly attemptTimeoutMs?: number | undefined
  /**
   * How often a request is repeated at most, on 429, 500, 502, 503, 504, a network failure or an attempt's timeout,
   * as far as the deadline and the process's retry budget allow. Default 2; 0 for never.
   */
  readonly maxRetries?: number | undefined
  /** Called after each read that sent a request, with its field, status, attempts and duration. Default: none. */
  readonly onRead?: ((event: ReadEnd) => void) | undefined
}

/** Reads one level of one request's profile. */
export interface LevelReader<Readable extends ProfileField> {
  /**
   * Reads fields in parallel, each at most once in this reader: a second call joins a read under way and reuses an
   * answer that settled the matter (a value, not set, permission missing). Resolves for all that Alexa can answer.
   *
   * @throws {ProfileError} (as a rejection) `envelope-invalid`, `token-missing`, `endpoint-not-allowed`,
   *   `field-unknown`, `option-invalid`, `client-closed`
   */
  readonly read: ReadFields<Readable>
  /**
   * `read`, then `decide`.
   *
   * @throws {ProfileError} (as a rejection) as `read` does
   */
  require<Required extends Readable = never, Optional extends Readable = never>(
    requirement: ProfileRequirement<Required, Optional>,
    options?: ReadOptions,
  ): Promise<ProfileDecision<Required, Optional>>
}

/** Reads the profile of the customer who sent one request. Holds no value longer than that. */
export interface ProfileReader extends LevelReader<ProfileField> {
  /** The same for the person whose voice Alexa recognized. There is no email address at this level. */
  readonly speaker: LevelReader<SpeakerField>
}

export interface ForRequestOptions {
  /**
   * What the platform leaves for this invocation, in milliseconds, asked at each read: pass Lambda's
   * `context.getRemainingTimeInMillis`. Reads end half a second earlier. Default: no limit but the deadline.
   */
  readonly timeLeftMs?: (() => number | undefined) | undefined
}

/** Keeps the connections to Alexa; one per process is right. */
export interface ProfileClient {
  /**
   * A reader for this one request. Never throws: an envelope that is none shows at the first `read`. Values are never
   * kept across requests, as Amazon demands.
   */
  forRequest(envelope: RequestEnvelope, options?: ForRequestOptions): ProfileReader
  /**
   * `forRequest` for integrations: gives the same reader for the same invocation object (ask-sdk's `HandlerInput`,
   * Nest's request …), also to another copy of this package.
   */
  forInvocation(invocation: object, envelope: RequestEnvelope, options?: ForRequestOptions): ProfileReader
  /** `respondTo` with this client's `skillName`, `prompts`, `consent` and `declaredScopes` as defaults. */
  respondTo(decision: Obstacle, options?: RespondToOptions): AlexaResponse
  /** `respondToAnswer` with this client's `skillName` and `prompts` as defaults. */
  respondToAnswer(answer: ConsentAnswer, options?: SpeechOptions): AlexaResponse
  /** `consentCard` with this client's `declaredScopes` as default. */
  consentCard(fieldsOrScopes: readonly (ProfileField | Scope)[], options?: ConsentCardOptions): ConsentCard
  /** `voiceConsent` with this client's `declaredScopes` as default. */
  voiceConsent(request: VoiceConsentRequest): VoiceConsentDirective
  /** Closes the connections that only this client uses. Reads that begin later reject with `client-closed`. */
  close(): void
}

/**
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

  function openFor(envelope: unknown): () => ReadableEnvelope {
    let checked: ReadableEnvelope | undefined
    return () => {
      if (closed) throw new ProfileError('client-closed', 'Create one client per process and close it last.')
      checked ??= readEnvelope(envelope)
      return checked
    }
  }

  const client: ProfileClient = {
    forRequest(envelope, { timeLeftMs } = {}) {
      const open = openFor(envelope)
      const levelReader = <Readable extends ProfileField>(level: ProfileLevel): LevelReader<Readable> => {
        const read = createFieldReader<Readable>(level, open, { ...settings, timeLeftMs })
        return {
          read,
          async require(requirement, readOptions) {
            const { required, optional } = fieldsIn(requirement)
            return decide(await read([...required, ...optional], readOptions), requirement)
          },
        }
      }
      return { ...levelReader<ProfileField>('customer'), speaker: levelReader<SpeakerField>('speaker') }
    },
    forInvocation(invocation, envelope, forRequestOptions) {
      const readers = processState.readers.get(client) ?? new WeakMap()
      processState.readers.set(client, readers)
      const token = tokenIn(envelope)
      const known = readers.get(invocation)
      // An object that is used for another request as well (a mock, say) must not hand over the first one's values.
      if (known !== undefined && known.token === token) return known.reader
      const reader = client.forRequest(envelope, forRequestOptions)
      readers.set(invocation, { token, reader })
      return reader
    },
    respondTo: (decision, own) => respondTo(decision, withDefaults(own, asking)),
    respondToAnswer: (answer, own) => respondToAnswer(answer, withDefaults(own, asking)),
    consentCard: (fieldsOrScopes, own) => consentCard(fieldsOrScopes, withDefaults(own, asking)),
    voiceConsent: (request) => voiceConsent(withDefaults(request, asking)),
    close() {
      if (closed) return
      closed = true
      transport.close()
      if (processState.defaultClient === client) processState.defaultClient = undefined
    },
  }
  return client
}

/** The client without options that integrations share until they are configured; one in the process. */
export function defaultProfileClient(): ProfileClient {
  processState.defaultClient ??= createProfileClient()
  return processState.defaultClient
}

/** An option that is undefined counts as left out. */
function withDefaults<Options extends object>(own: Options | undefined, defaults: Partial<Options>): Options {
  const given = Object.entries(own ?? {}).filter(([, value]) => value !== undefined)
  return { ...defaults, ...Object.fromEntries(given) } as Options
}

const optionNames = [
  'agent',
  'allowedEndpoints',
  'attemptTimeoutMs',
  'ca',
  'consent',
  'deadlineMs',
  'declaredScopes',
  'maxRetries',
  'onRead',
  'prompts',
  'skillName',
]

function resolveOptions(options: ProfileClientOptions): {
  asking: Pick<ProfileClientOptions, 'consent' | 'declaredScopes' | 'prompts' | 'skillName'>
  settings: Omit<ReadSettings, 'timeLeftMs'>
} {
  checkOptionNames(options, optionNames)
  const own = withoutPrototype(options)
  const { deadlineMs = 3000, attemptTimeoutMs = 1200, maxRetries = 2 } = own
  const { agent, allowedEndpoints, ca, consent, declaredScopes, onRead, prompts, skillName } = own
  checkConsent(consent)
  checkPromptOptions({ prompts, skillName })
  const declared = declaredScopes && scopesOf(declaredScopes)
  if (onRead !== undefined && typeof onRead !== 'function') {
    throw new ProfileError('option-invalid', 'onRead takes a function.')
  }
  if (!Number.isInteger(maxRetries) || maxRetries < 0) {
    throw new ProfileError('option-invalid', 'maxRetries takes a whole number, 0 or more.')
  }
  return {
    asking: { consent, declaredScopes: declared, prompts, skillName },
    settings: {
      deadlineMs: checkDuration('deadlineMs', deadlineMs),
      policy: {
        transport: createTransport({ agent, allowedEndpoints, ca }),
        clock: systemClock,
        random: Math.random,
        attemptTimeoutMs: checkDuration('attemptTimeoutMs', attemptTimeoutMs),
        maxRetries,
        onRead,
      },
    },
  }
}
