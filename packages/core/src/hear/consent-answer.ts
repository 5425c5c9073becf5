import { type ConsentToken, readConsentToken } from '../ask/consent-token.js'
import { rememberDeclined } from '../ask/declined.js'
import { type AlexaResponse, type SpeechOptions, speak } from '../ask/respond-to.js'
import type { WaitingRequest } from '../ask/waiting-request.js'
import { own } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'
import type { ProfileField } from '../fields/fields.js'
import type { Scope } from '../fields/scopes.js'
import type { RequestEnvelope } from '../read/envelope.js'

/** The customer's reply to a voice consent. */
export interface ConsentAnswer {
  /**
   * The outcome. Only `accepted` is consent. `redirected-to-app`: Alexa sent the customer to the app to grant it there.
   * `failed`: Alexa could not ask. `unknown`: this version of the library does not know the `status`.
   */
  readonly answer: 'accepted' | 'declined' | 'not-answered' | 'redirected-to-app' | 'failed' | 'unknown'
  /** Alexa's status, such as `ACCEPTED` or `DENIED`. Missing if Alexa could not ask. */
  readonly status?: string
  /** The status code of the skill connection. 200 and 204 mean that Alexa asked. */
  readonly code?: string
  /** The fields that were asked for. */
  readonly fields: readonly ProfileField[]
  /** The other permissions that were asked for: the `scopes` passed to `voiceConsent`. */
  readonly scopes: readonly Scope[]
  /** The `token` passed to `voiceConsent`. */
  readonly token?: string
  /** The request that waits, if `respondTo` or an integration asked. */
  readonly waiting?: WaitingRequest
}

const answerByStatus: ReadonlyMap<unknown, ConsentAnswer['answer']> = new Map([
  ['ACCEPTED', 'accepted'],
  ['DENIED', 'declined'],
  ['NOT_ANSWERED', 'not-answered'],
  ['REDIRECT_TO_APP', 'redirected-to-app'],
])

/**
 * Reads the consent answer in a request. Returns `undefined` for every other request, for other skill connections and
 * for a damaged token. Never throws.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/use-voice-forward-consent.html (read 2026-11-22)
 */
export function readConsentAnswer(envelope: unknown): ConsentAnswer | undefined {
  try {
    const request = own(envelope, 'request')
    if (own(request, 'type') !== 'SessionResumedRequest') return undefined
    const cause = own(request, 'cause')
    const token = readConsentToken(own(cause, 'token'))
    return token && answerOf(cause, token)
  } catch {
    return undefined
  }
}

function answerOf(cause: unknown, { fields, scopes = [], token, waiting }: ConsentToken): ConsentAnswer {
  // A string in captured requests, a number in some examples.
  const code = own(own(cause, 'status'), 'code')
  const status = own(own(cause, 'result'), 'status')
  const wasAsked = [200, 204].includes(Number(code)) && status !== undefined && status !== null
  return {
    answer: wasAsked ? (answerByStatus.get(status) ?? 'unknown') : 'failed',
    ...(typeof status === 'string' && { status }),
    ...(code !== undefined && { code: String(code) }),
    fields,
    scopes,
    ...(token !== undefined && { token }),
    ...(waiting && { waiting }),
  }
}

/**
 * Returns the envelope to continue with after consent: the waiting request with the context, session and token of the
 * request that resumes it. Does not change the given envelope.
 */
export function resumeWaiting<Envelope extends RequestEnvelope>(envelope: Envelope, waiting: WaitingRequest): Envelope {
  const { cause: _, ...rest } = envelope.request as Envelope['request'] & { cause?: unknown }
  return { ...envelope, request: { ...rest, ...waiting.request } }
}

/**
 * Whether the customer did not give consent. If they did, or if Alexa could not ask, read again, and ask by card for
 * the fields that are still missing.
 */
export function isDeclined({ answer }: ConsentAnswer): boolean {
  return answer !== 'accepted' && answer !== 'failed'
}

/**
 * Adds the consent answer to the session attributes. After the customer has declined, `respondTo` does not ask again in
 * this session. A customer whom Alexa sent to the app has not declined.
 */
export function rememberConsentAnswer(
  attributes: Readonly<Record<string, unknown>>,
  consentAnswer: ConsentAnswer,
): Record<string, unknown> {
  const declines = isDeclined(consentAnswer) && consentAnswer.answer !== 'redirected-to-app'
  return declines ? rememberDeclined(attributes) : { ...attributes }
}

/**
 * Builds the response to a consent answer other than `accepted`: how to continue in the app, or that the skill cannot
 * continue. It names the fields; there are no prompts for other permissions.
 *
 * @throws {ProfileError} `option-invalid`, also for an answer without fields
 */
export function respondToConsentAnswer({ answer, fields }: ConsentAnswer, options: SpeechOptions = {}): AlexaResponse {
  if (fields.length === 0)
    throw new ProfileError(
      'option-invalid',
      'The consent answer has no fields, so there is no prompt for it. Write your own response.',
    )
  return speak(options, (say) => ({
    speech: answer === 'redirected-to-app' ? say.finishInApp(fields) : say.cannotGoOn(fields),
  }))
}
