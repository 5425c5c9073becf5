import { type ConsentToken, readConsentToken } from '../ask/consent-token.js'
import { rememberRefusal } from '../ask/declined.js'
import { type AlexaResponse, type SpeechOptions, speak } from '../ask/respond-to.js'
import type { WaitingRequest } from '../ask/waiting-request.js'
import { own } from '../base/own.js'
import type { ProfileField } from '../fields/fields.js'
import type { RequestEnvelope } from '../read/envelope.js'

/** What the customer said when Alexa asked for consent by voice. */
export interface ConsentAnswer {
  /**
   * Only `accepted` is consent. `redirected-to-app`: Alexa sent the customer to the app to grant it there. `failed`:
   * Alexa could not ask. `unknown`: something that this version does not know; see `status`.
   */
  readonly answer: 'accepted' | 'denied' | 'not-answered' | 'redirected-to-app' | 'failed' | 'unknown'
  /** As Alexa put it: `ACCEPTED`, `DENIED` … Missing when she could not ask. */
  readonly status?: string
  /** The connection's own status, in which 200 and 204 mean that Alexa has asked. */
  readonly code?: string
  /** What was asked for. */
  readonly fields: readonly ProfileField[]
  /** The `token` that `voiceConsent` was given. */
  readonly token?: string
  /** The request that was waiting, when `respondTo` or an integration asked. */
  readonly waiting?: WaitingRequest
}

const answers: ReadonlyMap<unknown, ConsentAnswer['answer']> = new Map([
  ['ACCEPTED', 'accepted'],
  ['DENIED', 'denied'],
  ['NOT_ANSWERED', 'not-answered'],
  ['REDIRECT_TO_APP', 'redirected-to-app'],
])

/**
 * Reads the answer to a voice consent that this library asked for; `undefined` for every other request, also for one
 * that resumes another skill connection, or whose token is broken. Never throws.
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

function answerOf(cause: unknown, { fields, token, waiting }: ConsentToken): ConsentAnswer {
  // A string in captures, a number in some fixtures.
  const code = own(own(cause, 'status'), 'code')
  const status = own(own(cause, 'result'), 'status')
  const wasAsked = [200, 204].includes(Number(code)) && status !== undefined && status !== null
  return {
    answer: wasAsked ? (answers.get(status) ?? 'unknown') : 'failed',
    ...(typeof status === 'string' && { status }),
    ...(code !== undefined && { code: String(code) }),
    fields,
    ...(token !== undefined && { token }),
    ...(waiting && { waiting }),
  }
}

/**
 * The envelope to go on with once the customer has agreed: what was waiting, in the context and session of the request
 * that resumes it, so with its token. The envelope itself is left alone.
 */
export function resumeWaiting<Envelope extends RequestEnvelope>(envelope: Envelope, waiting: WaitingRequest): Envelope {
  const { cause: _, ...rest } = envelope.request as Envelope['request'] & { cause?: unknown }
  return { ...envelope, request: { ...rest, ...waiting.request } }
}

/**
 * Whether the customer did not agree. Otherwise read again: they did, or Alexa could not ask and the card is what is
 * left.
 */
export function isDeclined({ answer }: ConsentAnswer): boolean {
  return answer !== 'accepted' && answer !== 'failed'
}

/**
 * Session attributes that remember an answer: after a no, `respondTo` does not ask again in the session. Being sent to
 * the app is no such no.
 */
export function rememberAnswer(
  attributes: Readonly<Record<string, unknown>>,
  answer: ConsentAnswer,
): Record<string, unknown> {
  const isNo = isDeclined(answer) && answer.answer !== 'redirected-to-app'
  return isNo ? rememberRefusal(attributes) : { ...attributes }
}

/**
 * What to say when the answer is no consent: where to go on in the app, or that the skill cannot go on.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function respondToAnswer({ answer, fields }: ConsentAnswer, options: SpeechOptions = {}): AlexaResponse {
  return speak(options, (say) => ({
    speech: answer === 'redirected-to-app' ? say.finishInApp(fields) : say.cannotGoOn(fields),
  }))
}
