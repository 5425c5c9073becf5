import type { Obstacle, SkillProblem } from '../decide/decide.js'
import { ProfileError } from '../profile-error.js'
import { conversationOf, type RequestEnvelope } from '../read/envelope.js'
import { acknowledge } from './acknowledge.js'
import { type ConsentCard, type ConsentCardOptions, consentCard } from './consent-card.js'
import { type PromptOptions, prompts } from './prompts/prompts.js'

/** The inner `response` of what a skill answers; assignable to ask-sdk-model's `Response`. */
export interface AlexaResponse {
  outputSpeech?: { type: 'SSML'; ssml: string }
  reprompt?: { outputSpeech: { type: 'SSML'; ssml: string } }
  card?: ConsentCard
  shouldEndSession?: boolean
}

/** The whole answer of a skill, as Alexa expects it over the wire. */
export interface ResponseEnvelope {
  version: '1.0'
  response: AlexaResponse
  sessionAttributes?: Record<string, unknown>
}

export interface RespondToOptions extends PromptOptions, ConsentCardOptions {
  /** The request that is answered: for its locale, and because nobody listens where there is no session. */
  readonly envelope?: RequestEnvelope | undefined
  /** Default: the envelope's, else `en-US`. A locale without words of its own is answered in English. */
  readonly locale?: string | undefined
  /** SSML without `<speak>`, said when the customer stays silent; keeps the session open. Default: it ends. */
  readonly reprompt?: string | undefined
}

/**
 * The answer for a decision that keeps the skill from going on: the right words, and the consent card where consent
 * is missing. For an envelope without a session (a skill event) it is an acknowledgement. With `fix-skill` the
 * customer hears an apology, and the developer reads the diagnosis in a process warning `ALEXA_PROFILE_FIX_SKILL`.
 *
 * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
 */
export function respondTo(decision: Obstacle, options: RespondToOptions = {}): AlexaResponse {
  const conversation = options.envelope && conversationOf(options.envelope)
  if (decision.action === 'fix-skill') warnDeveloper(decision.problems)
  if (conversation && !conversation.inSession) return acknowledge()

  const speech = wordsFor(decision, options.locale ?? conversation?.locale ?? 'en-US', options)
  const { reprompt } = options
  return {
    outputSpeech: ssml(speech),
    ...(reprompt !== undefined && { reprompt: { outputSpeech: ssml(reprompt) } }),
    ...(decision.action === 'ask-for-consent' && { card: consentCard(decision.scopes, options) }),
    shouldEndSession: reprompt === undefined,
  }
}

/** Wraps an answer where no framework does. */
export function toResponseEnvelope(
  response: AlexaResponse,
  sessionAttributes?: Record<string, unknown>,
): ResponseEnvelope {
  return { version: '1.0', response, ...(sessionAttributes && { sessionAttributes }) }
}

function wordsFor(decision: Obstacle, locale: string, options: PromptOptions): string {
  const say = prompts(locale, options)
  switch (decision.action) {
    case 'ask-for-consent':
      return say.askForConsent(decision.fields)
    case 'ask-to-fill-in':
      return say.askToFillIn(decision.fields)
    case 'speaker-unknown':
      return say.speakerUnknown(decision.fields)
    case 'try-later':
      return say.tryLater(decision.fields)
    case 'fix-skill':
      return say.fixSkill(decision.problems.map(({ field }) => field))
    default:
      throw new ProfileError('decision-invalid', 'There is nothing to answer when the decision is to proceed.')
  }
}

function ssml(content: string): { type: 'SSML'; ssml: string } {
  return { type: 'SSML', ssml: `<speak>${content}</speak>` }
}

function warnDeveloper(problems: readonly SkillProblem[]): void {
  for (const { message } of problems) process.emitWarning(message, { code: 'ALEXA_PROFILE_FIX_SKILL' })
}
