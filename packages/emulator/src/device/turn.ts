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

/** One exchange with the customer. When there are violations, nothing of the response reached the customer. */
export interface Turn {
  /** The envelope as sent; undefined if Alexa has asked by itself, in a dialog with automatic delegation. */
  readonly request: RequestEnvelope | undefined
  /** What Alexa has understood. Undefined unless the turn came from words: `device.say()`. */
  readonly understood: Understood | undefined
  /** The response as the skill returned it, even if Alexa refuses it; undefined when the skill returned no response. */
  readonly response: ResponseEnvelope | undefined
  /**
   * What the customer hears: SSML tags stripped, entities decoded, `<alexa:name>` as the first name of the speaker with
   * that id. Undefined when Alexa says nothing. When the skill delegates a dialog, it is the prompt of the interaction
   * model; after `silence()`, it is the reprompt of the turn before.
   */
  readonly speech: string | undefined
  /** The speech as SSML; undefined when it was plain text. */
  readonly ssml: string | undefined
  /** What the customer hears after saying nothing. */
  readonly reprompt: string | undefined
  readonly card: ResponseCard | undefined
  readonly directives: readonly Directive[]
  /**
   * What Alexa asks the customer for, in its own words, after the skill's speech. Answer with `device.answerConsent()`.
   * Undefined when the skill has not asked for voice consent.
   */
  readonly consentRequest: ConsentRequest | undefined
  /**
   * Whether the session goes on: if `shouldEndSession` is false or null, if the skill asks for voice consent or is in a dialog,
   * and if it leaves `shouldEndSession` out and shows something on a screen. A purchase ends it in any case.
   *
   * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/manage-skill-session-and-session-attributes.html (read 2026-11-29)
   */
  readonly sessionOpen: boolean
  /** The rules that the response breaks; empty when Alexa would accept it. */
  readonly violations: readonly Violation[]
  /** The requests to Alexa's APIs that the skill made in this turn, oldest first. */
  readonly apiRequests: readonly ApiRequest[]
  /** What the skill had Alexa say before it responded, oldest first. The customer hears it even if there are violations. */
  readonly progressiveResponses: readonly ProgressiveResponse[]
  /**
   * What the skill requested of Alexa and the emulator does not emulate, such as `POST /v1/alerts/reminders`, each once.
   * The skill got the status 404. Ids are left out.
   */
  readonly notEmulated: readonly string[]
  /** Milliseconds that the skill took. */
  readonly durationMs: number
}

/** Speech that Alexa says while the skill is still at work. */
export interface ProgressiveResponse {
  /** What the customer hears, as in `Turn`. */
  readonly speech: string
  /** As SSML; undefined if it was plain text. */
  readonly ssml: string | undefined
  /** Milliseconds from the request to the skill until Alexa got this. */
  readonly afterMs: number
}

export interface TurnParts extends Pick<Turn, 'request' | 'understood' | 'violations' | 'apiRequests' | 'durationMs'> {
  readonly response: SkillResponse | NoResponse
  readonly progressive: readonly SentSpeech[]
  /** The first name of the customer's speaker with this id; undefined when there is none. */
  readonly firstName: (personId: string) => string | undefined
  /** What the customer has heard before the request went out. */
  readonly heard: string | undefined
  /** What Alexa says in place of the skill, to carry on a dialog. */
  readonly prompt: DialogPrompt | undefined
  /** Whether the response carries on a dialog. */
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
    // a session that waits for consent is always open; the published samples say nothing about it
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
