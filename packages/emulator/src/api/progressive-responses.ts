import { isObject } from '../base/is-object.js'
import { type ApiResponse, json } from './api-response.js'
import type { TokenCheck } from './token-store.js'

/** Speech that the skill made Alexa say before it responded. */
export interface SentSpeech {
  /** The speech as sent: SSML, or plain text. */
  readonly speech: string
  /** Milliseconds from the request to the skill until Alexa received this. */
  readonly afterMs: number
}

export interface ProgressiveResponses {
  /** Called when a request is sent. From now on, its token and its id allow progressive responses. */
  begin(envelopeRequestId: string, requestType: string): void
  /** Called when the skill has responded or failed. Returns what it has sent until now. */
  end(envelopeRequestId: string): readonly SentSpeech[]
  /** Responds to `POST /v1/directives`. */
  receive(token: TokenCheck<unknown, unknown>, body: string): ApiResponse & { readonly problem?: string }
}

/**
 * The path of the Progressive Response API.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/progressive-response-api-reference.html (read
 * 2026-11-29)
 */
export const directivesPath = '/v1/directives'

/**
 * Alexa accepts five directives at most, before the response, for a launch or an intent.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/send-the-user-a-progressive-response.html (read 2026-11-29)
 */
const maximumDirectives = 5
const requestTypes: readonly string[] = ['LaunchRequest', 'IntentRequest']

interface OpenRequest {
  readonly requestType: string
  readonly startedAt: number
  readonly sent: SentSpeech[]
  ended: boolean
}

const maximumRequests = 10_000

/**
 * Handles progressive responses. The error messages are those of Amazon's SDK, each with a problem. Which of them Alexa
 * sends for the sixth directive, or after the response, is an inference.
 *
 * @see https://github.com/alexa/alexa-apis-for-nodejs/blob/master/ask-sdk-model/index.ts (read 2026-11-29)
 * @param speechProblem Returns what is wrong with SSML, or undefined if it is valid.
 */
export function createProgressiveResponses(speechProblem: (ssml: string) => string | undefined): ProgressiveResponses {
  const requests = new Map<string, OpenRequest>()

  function receive(token: TokenCheck<unknown, unknown>, body: string) {
    if (token.state !== 'valid' || token.owner === undefined) {
      return refused(401, 'Not Authorized', `the token is ${token.state}`)
    }
    const { envelopeRequestId } = token.owner
    const directive = read(body)
    const problem =
      typeof directive === 'string'
        ? directive
        : directive.requestId === envelopeRequestId
          ? ssmlProblemOf(directive.speech)
          : 'header.requestId must be the id of the request that contained the token'
    if (typeof directive === 'string' || problem !== undefined) return refused(400, 'Directive not valid', problem)
    const request = requests.get(envelopeRequestId)
    const obstacle = obstacleOf(request)
    if (request === undefined || obstacle !== undefined) {
      return refused(403, 'The skill is not allowed to send directives at the moment', obstacle)
    }
    request.sent.push({ speech: directive.speech, afterMs: performance.now() - request.startedAt })
    return { status: 204 }
  }

  /** Plain text is spoken, too, although Amazon's reference shows only SSML. */
  function ssmlProblemOf(speech: string): string | undefined {
    const problem = speech.trimStart().startsWith('<') ? speechProblem(speech) : undefined
    return problem && `directive.speech ${problem}`
  }

  return {
    begin(envelopeRequestId, requestType) {
      requests.set(envelopeRequestId, { requestType, startedAt: performance.now(), sent: [], ended: false })
      for (const oldest of requests.keys()) {
        if (requests.size <= maximumRequests) break
        requests.delete(oldest)
      }
    },
    end(envelopeRequestId) {
      const request = requests.get(envelopeRequestId)
      if (request) request.ended = true
      return request?.sent ?? []
    },
    receive,
  }
}

function obstacleOf(request: OpenRequest | undefined): string | undefined {
  if (request === undefined || !requestTypes.includes(request.requestType)) {
    const what = request?.requestType ?? 'a skill event'
    return `progressive responses are allowed for LaunchRequest and IntentRequest, but this is ${what}`
  }
  if (request.ended) return 'the skill has already responded, or has taken too long'
  if (request.sent.length === maximumDirectives) return `${maximumDirectives} directives have already been sent`
  return undefined
}

function read(body: string): { requestId: string; speech: string } | string {
  let sent: unknown
  try {
    sent = JSON.parse(body)
  } catch {
    return 'the body must be JSON'
  }
  const { header, directive } = isObject(sent) ? sent : {}
  if (!isObject(header) || typeof header.requestId !== 'string') return 'header.requestId must be a string'
  if (!isObject(directive) || directive.type !== 'VoicePlayer.Speak') return 'directive.type must be VoicePlayer.Speak'
  if (typeof directive.speech !== 'string' || directive.speech.trim() === '') {
    return 'directive.speech must be a non-empty string'
  }
  return { requestId: header.requestId, speech: directive.speech }
}

function refused(status: number, text: string, reason = ''): ApiResponse & { readonly problem: string } {
  const problem = `${text}: ${reason}.`
  return { ...json(status, { code: status, message: problem }), problem }
}
