import type { AlexaResponse } from './respond-to.js'

type OutputSpeech = (
  | { readonly type: 'SSML'; readonly ssml: string }
  | { readonly type: 'PlainText'; readonly text: string }
) & { readonly playBehavior?: 'ENQUEUE' | 'REPLACE_ALL' | 'REPLACE_ENQUEUED' | undefined }

type Card =
  | { readonly type: 'Simple'; readonly title?: string | undefined; readonly content?: string | undefined }
  | {
      readonly type: 'Standard'
      readonly title?: string | undefined
      readonly text?: string | undefined
      readonly image?: { readonly smallImageUrl?: string | undefined; readonly largeImageUrl?: string | undefined }
    }
  | { readonly type: 'LinkAccount' }
  | { readonly type: 'AskForPermissionsConsent'; readonly permissions: readonly string[] }

/**
 * Any response that a skill may return. `AlexaResponse` and ask-sdk-model's `Response` are assignable to it.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html (read 2026-11-22)
 */
export interface SkillResponse {
  readonly outputSpeech?: OutputSpeech | undefined
  readonly reprompt?:
    | { readonly outputSpeech?: OutputSpeech | undefined; readonly directives?: readonly object[] }
    | undefined
  readonly card?: Card | undefined
  readonly directives?: readonly object[] | undefined
  readonly shouldEndSession?: boolean | undefined
  readonly canFulfillIntent?: object | undefined
  readonly apiResponse?: unknown
}

/** The JSON that a skill returns to Alexa: the response, and the session attributes to keep. */
export interface ResponseEnvelope<Response = AlexaResponse> {
  version: '1.0'
  response: Response
  sessionAttributes?: Record<string, unknown>
}

/**
 * Wraps a response in the envelope that Alexa expects. For skills without a framework.
 *
 * @example return toResponseEnvelope({ outputSpeech: { type: 'PlainText', text: 'Welcome back.' } })
 */
export function toResponseEnvelope<Response extends SkillResponse>(
  response: Response,
  sessionAttributes?: Record<string, unknown>,
): ResponseEnvelope<Response> {
  return { version: '1.0', response, ...(sessionAttributes && { sessionAttributes }) }
}
