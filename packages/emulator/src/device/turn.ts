import { pathOutline } from '../api/path-outline.js'
import type { SentSpeech } from '../api/progressive-responses.js'
import type { ApiRequest } from '../api/request-log.js'
import type { DialogPrompt } from '../skill/dialog-model.js'
import type { Violation } from '../skill/violation.js'
import { type ConsentRequest, consentRequest } from '../wire/consent-request.js'
import type { RequestEnvelope } from '../wire/envelope.js'
import type { Directive, NoResponse, ResponseCard, ResponseEnvelope, SkillResponse, Speech } from '../wire/response.js'
import { spokenText } from './spoken-text.js'
import type { Understood } from './words.js'

/** One exchange with the customer. If it has violations, no part of the response reached the customer. */
export interface Turn {
  /** The envelope as sent. Undefined if Alexa asked the question itself, in a dialog with automatic delegation. */
  readonly request: RequestEnvelope | undefined
  /** What Alexa has understood. Undefined unless the turn came from `device.say()`. */
  readonly understood: Understood | undefined
  /** The response as the skill returned it, even if Alexa rejects it. Undefined if the skill returned no response. */
  readonly response: ResponseEnvelope | undefined
  /**
   * What the customer hears, without SSML tags, with decoded entities, and with the speaker's first name in place of
   * `<alexa:name>`. Undefined if Alexa says nothing. If the skill delegates a dialog, it is the prompt of the
   * interaction model. After `silence()`, it is the reprompt of the turn before.
   */
  readonly speech: string | undefined
  /** The speech as SSML. Undefined if it was plain text. */
  readonly ssml: string | undefined
  /** What the customer hears if they say nothing. */
  readonly reprompt: string | undefined
  readonly card: ResponseCard | undefined
  readonly directives: readonly Directive[]
  /**
   * What Alexa asks the customer for, in its own words, after the skill's speech. Answer with `device.answerConsent()`.
   * Undefined if the skill has not asked for voice consent.
   */
  readonly consentRequest: ConsentRequest | undefined
  /**
   * Whether the session stays open. It does if `shouldEndSession` is false or null, if the skill asks for voice consent
   * or is in a dialog, or if it leaves `shouldEndSession` out and shows something on a screen. A purchase always ends
   * it.
   *
   * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/manage-skill-session-and-session-attributes.html (read 2026-11-29)
   */
  readonly sessionOpen: boolean
  /** The rules that the response breaks. Empty if Alexa would accept the response. */
  readonly violations: readonly Violation[]
  /** The skill's requests to Alexa's APIs in this turn, oldest first. */
  readonly apiRequests: readonly ApiRequest[]
  /**
   * What the skill made Alexa say before it responded, oldest first. The customer hears it even if there are
   * violations.
   */
  readonly progressiveResponses: readonly ProgressiveResponse[]
  /**
   * The skill's requests that the emulator does not support, such as `POST /v1/alerts/reminders`, each listed once and
   * without ids. The skill got the status 404.
   */
  readonly notEmulated: readonly string[]
  /** The time that the skill took, in milliseconds. */
  readonly durationMs: number
}

/** Speech that Alexa says while the skill is still working. */
export interface ProgressiveResponse {
  /** What the customer hears, as in `Turn`. */
  readonly speech: string
  /** The speech as SSML. Undefined if it was plain text. */
  readonly ssml: string | undefined
  /** Milliseconds from the request to the skill until Alexa received this. */
  readonly afterMs: number
}

export interface TurnParts extends Pick<Turn, 'request' | 'understood' | 'violations' | 'apiRequests' | 'durationMs'> {
  readonly response: SkillResponse | NoResponse
  readonly progressive: readonly SentSpeech[]
  /** Returns the first name of the customer's speaker with this id, or undefined. */
  readonly firstName: (personId: string) => string | undefined
  /** What the customer has heard before the request was sent. */
  readonly heard: string | undefined
  /** What Alexa says for the skill in a dialog. */
  readonly prompt: DialogPrompt | undefined
  /** Whether the response continues a dialog. */
  readonly inDialog: boolean
}

/** What a screen shows, while Alexa keeps the session open for up to 30 s. */
const shown = ['Alexa.Presentation.APL.RenderDocument', 'Display.RenderTemplate']

export function createTurn({ request, response, progressive, firstName, ...parts }: TurnParts): Turn {
  const { understood, violations, apiRequests, durationMs, heard, prompt, inDialog } = parts
  const delivered = violations.length === 0 && response.envelope !== undefined ? response : undefined
  const prompted: Speech | undefined = prompt && { kind: prompt.type === 'SSML' ? 'ssml' : 'plain', text: prompt.value }
  const spoken = (speech: Speech | undefined) =>
    speech?.kind === 'ssml' ? spokenText(speech.text, firstName) : speech?.text
  const speech = prompted ?? delivered?.speech
  const directives = delivered?.directives ?? []
  const asked = consentRequest(directives)
  const has = (type: string) => directives.some((directive) => directive.type === type)
  const ends = delivered?.shouldEndSession
  const goesOn =
    !has('Connections.SendRequest') &&
    (ends === false || asked !== undefined || (ends === undefined && (inDialog || shown.some(has))))
  return {
    request,
    understood,
    response: response.envelope,
    speech: heard ?? spoken(speech),
    ssml: speech?.kind === 'ssml' ? speech.text : undefined,
    reprompt: spoken(prompted ?? delivered?.reprompt),
    card: delivered?.card,
    directives,
    consentRequest: asked,
    // A session that waits for consent is always open. Amazon's samples do not show it.
    sessionOpen: request?.request.type !== 'SessionEndedRequest' && goesOn,
    violations,
    apiRequests,
    progressiveResponses: progressive.map(({ speech, afterMs }) => {
      const ssml = speech.trimStart().startsWith('<') ? speech : undefined
      return { speech: ssml === undefined ? speech : spokenText(ssml, firstName), ssml, afterMs }
    }),
    notEmulated: [
      ...new Set(
        apiRequests
          .filter(({ field, status }) => field === undefined && status === 404)
          .map(({ method, path }) => `${method} ${pathOutline(path)}`),
      ),
    ],
    durationMs,
  }
}
