import { withoutPrototype } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'
import type { AskForConsent, Obstacle, SkillProblem } from '../decide/decide.js'
import { localeIn, type RequestEnvelope } from '../read/envelope.js'
import { acknowledge } from './acknowledge.js'
import { type ConsentCard, type ConsentCardOptions, consentCard } from './consent-card.js'
import { writeConsentToken } from './consent-token.js'
import { hasDeclined } from './declined.js'
import { isHeard, lacksSession } from './is-heard.js'
import { type PromptOptions, prompts } from './prompts/prompts.js'
import { canAskByVoice, type VoiceConsentDirective, voiceConsentDirective, voicePermission } from './voice-consent.js'
import { waitingIn } from './waiting-request.js'

/** A response that this library builds. Assignable to ask-sdk-model's `Response`. */
export interface AlexaResponse {
  outputSpeech?: { type: 'SSML'; ssml: string }
  reprompt?: { outputSpeech: { type: 'SSML'; ssml: string } }
  card?: ConsentCard
  directives?: VoiceConsentDirective[]
  shouldEndSession?: boolean
}

/** Options of every response that Alexa speaks. */
export interface SpeechOptions extends PromptOptions {
  /**
   * The request to respond to. Its locale selects the language. Its type decides whether the response has speech at
   * all.
   */
  readonly envelope?: RequestEnvelope | undefined
  /** The language to respond in. Default: the envelope's locale, else `en-US`. Unsupported locales get English. */
  readonly locale?: string | undefined
  /** SSML without `<speak>` for a customer who stays silent. Keeps the session open. Default: the session ends. */
  readonly reprompt?: string | undefined
}

/** Options of `respondTo`. */
export interface RespondToOptions extends SpeechOptions, ConsentCardOptions {
  /**
   * How to ask: with a card in the Alexa app, or by voice in the same session. Voice consent requires `envelope`. The
   * card is sent instead if the request is neither a launch nor an intent, or if the intent is too long for the token.
   * Default: `card`.
   */
  readonly consent?: 'card' | 'voice' | undefined
  /**
   * Identifies the handler that asked, for voice consent. The consent answer returns it as `waiting.handler`. Default:
   * empty.
   */
  readonly waitingHandler?: string | undefined
  /**
   * Whether to ask for consent. With `false`, the response says that the skill cannot continue. For skills that
   * remember beyond the session that a customer declined. Default: true, unless the customer has declined in this
   * session.
   */
  readonly ask?: boolean | undefined
}

/**
 * Builds the response to a decision that keeps the skill from continuing: what to say, with the consent card or the
 * voice consent directive if consent is missing.
 *
 * If the customer does not hear the response (an event, the end of a session), it is empty. `fix-skill` makes Alexa
 * apologize and emits the process warning `ALEXA_PROFILE_FIX_SKILL` with the diagnosis. A launch or an intent without a
 * session, as some tests build them, gets an empty response and the warning `ALEXA_PROFILE_NO_SESSION`.
 *
 * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
 */
export function respondTo(decision: Obstacle, given: RespondToOptions = {}): AlexaResponse {
  const options = withoutPrototype(given)
  if (decision.action === 'fix-skill') warnDeveloper(decision.problems)
  return speak(options, (say) => {
    switch (decision.action) {
      case 'ask-for-consent':
        return askForConsent(decision, say, options)
      case 'ask-to-fill-in':
        return { speech: say.askToFillIn(decision.fields) }
      case 'speaker-unknown':
        return { speech: say.speakerUnknown(decision.fields) }
      case 'device-unknown':
        return { speech: say.cannotGoOn(decision.fields) }
      case 'try-later':
        return { speech: say.tryLater(decision.fields) }
      case 'fix-skill':
        return { speech: say.fixSkill(decision.problems.map(({ field }) => field)) }
      default:
        throw new ProfileError(
          'decision-invalid',
          'The decision is to proceed. Pass only other decisions to respondTo.',
        )
    }
  })
}

interface Spoken extends Pick<AlexaResponse, 'card' | 'directives'> {
  readonly speech: string
}

/** Speaks in the request's language, or acknowledges a request whose response the customer does not hear. */
export function speak(given: SpeechOptions, compose: (say: ReturnType<typeof prompts>) => Spoken): AlexaResponse {
  const options = withoutPrototype(given)
  const { envelope } = options
  if (!isHeard(envelope)) {
    if (lacksSession(envelope)) warnOfSession()
    return acknowledge()
  }
  const { speech, ...rest } = compose(prompts(options.locale ?? localeIn(envelope) ?? 'en-US', options))
  // While Alexa asks by voice, it controls the session, so a response with a directive leaves the session open.
  if (rest.directives !== undefined) return { outputSpeech: ssml(speech), ...rest }
  const { reprompt } = options
  return {
    outputSpeech: ssml(speech),
    ...(reprompt !== undefined && { reprompt: { outputSpeech: ssml(reprompt) } }),
    ...rest,
    shouldEndSession: reprompt === undefined,
  }
}

function askForConsent(decision: AskForConsent, say: ReturnType<typeof prompts>, options: RespondToOptions): Spoken {
  const { fields, scopes } = decision
  const { consent, declaredScopes, envelope } = options
  checkConsent(consent)
  if (options.ask === false || hasDeclined(envelope)) return { speech: say.cannotGoOn(fields) }

  const token = consent === 'voice' ? voiceTokenFor(decision, options) : undefined
  if (token === undefined) return { speech: say.askForConsent(fields), card: consentCard(scopes, options) }
  const asked = fields.map((field) => voicePermission(field, decision.results[field]?.level ?? 'customer'))
  return { speech: say.askByVoice(fields), directives: [voiceConsentDirective(asked, token, declaredScopes)] }
}

/** Returns `undefined`, and warns the developer, if the card must ask instead. */
function voiceTokenFor({ fields }: AskForConsent, options: RespondToOptions): string | undefined {
  if (!canAskByVoice(fields)) return warnOfCard(`Alexa cannot ask for ${fields.join(' and ')} by voice.`)
  const waiting = waitingIn(options.envelope, options.waitingHandler ?? '')
  if (waiting === undefined) return warnOfCard('Only a launch or an intent can wait for a consent answer.')
  return writeConsentToken({ fields, waiting }) ?? warnOfCard('The intent does not fit into the token.')
}

function warnOfSession(): void {
  process.emitWarning('The response is empty because the envelope has no session. Add one to the test envelope.', {
    code: 'ALEXA_PROFILE_NO_SESSION',
  })
}

const warned = new Set<string>()

/** Warns once per reason and process, because every turn has the same reason. */
function warnOfCard(reason: string): undefined {
  if (warned.has(reason)) return
  warned.add(reason)
  process.emitWarning(`Voice consent was requested, but a consent card is sent instead. ${reason}`, {
    code: 'ALEXA_PROFILE_CARD_INSTEAD_OF_VOICE',
  })
}

/** Checks the option `consent`. @throws {ProfileError} `option-invalid` */
export function checkConsent(consent: unknown): void {
  if (consent === undefined || consent === 'card' || consent === 'voice') return
  throw new ProfileError('option-invalid', "consent must be 'card' or 'voice'.")
}

function ssml(content: string): { type: 'SSML'; ssml: string } {
  return { type: 'SSML', ssml: `<speak>${content}</speak>` }
}

function warnDeveloper(problems: readonly SkillProblem[]): void {
  for (const { message } of problems) process.emitWarning(message, { code: 'ALEXA_PROFILE_FIX_SKILL' })
}
