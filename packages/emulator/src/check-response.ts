import { isObject } from './is-object.js'
import { ssmlProblem } from './ssml-problem.js'
import type { Violation } from './violation.js'

type JsonObject = Readonly<Record<string, unknown>>

/** What a skill answers with, as far as the emulator looks into it. Nothing in it is checked but its outer shape. */
export interface ResponseEnvelope {
  readonly version?: unknown
  readonly sessionAttributes?: unknown
  readonly response: {
    readonly outputSpeech?: unknown
    readonly reprompt?: unknown
    readonly card?: unknown
    readonly directives?: unknown
    readonly shouldEndSession?: unknown
  }
}

/** What the answer is checked against. */
export interface ResponseContext {
  /** The type of the request that is answered. */
  readonly requestType: string
  /** Whether that request had a session. */
  readonly hasSession: boolean
  readonly declaredScopes: ReadonlySet<string>
}

interface Subject extends ResponseContext {
  readonly envelope: JsonObject
  readonly response: JsonObject
}

interface Rule {
  readonly source?: string
  /** What is wrong with this answer and what to do; undefined when nothing is. */
  readonly problem: (subject: Subject) => string | undefined
}

const reference = 'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html' // read 2026-11-22
const cardGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/include-a-card-in-your-skills-response.html' // read 2026-11-22
const consentGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html' // read 2026-11-22
const sessionGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-types-reference.html#sessionendedrequest' // read 2026-11-22
/** One undeclared permission loses the whole response: https://github.com/timheuer/alexa-skills-dotnet/issues/175 (read 2026-11-22) */
const undeclaredReport = 'https://github.com/timheuer/alexa-skills-dotnet/issues/175'

const maximumBytes = 120 * 1024
const maximumCharacters = 8000
const maximumUrlCharacters = 2000

/**
 * Cards spell the two address scopes in a way of their own: https://github.com/AreYouFreeBusy/AlexaSkillsKit.NET/issues/72
 * (read 2026-11-22).
 */
const manifestSpelling: Readonly<Record<string, string>> = {
  'read::alexa:device:all:address': 'alexa::devices:all:address:full:read',
  'read::alexa:device:all:address:country_and_postal_code': 'alexa:devices:all:address:country_and_postal_code:read',
}

/** The texts of each kind of card: required ones, then all that count towards the limit. */
const cardTexts: Readonly<Record<string, { required: readonly string[]; all: readonly string[] }>> = {
  Simple: { required: ['content'], all: ['title', 'content'] },
  Standard: { required: ['text'], all: ['title', 'text'] },
  LinkAccount: { required: [], all: [] },
  AskForPermissionsConsent: { required: [], all: [] },
}

const rules: Readonly<Record<string, Rule>> = {
  version: {
    source: reference,
    problem: ({ envelope }) => (envelope.version === '1.0' ? undefined : 'version must be "1.0".'),
  },
  'response-size': {
    source: reference,
    problem: ({ envelope }) => {
      const size = Buffer.byteLength(JSON.stringify(envelope))
      return size > maximumBytes ? `The response has ${size} bytes; at most ${maximumBytes} are allowed.` : undefined
    },
  },
  'output-speech': {
    source: reference,
    problem: ({ response: { outputSpeech } }) => speechShapeProblem('outputSpeech', outputSpeech),
  },
  'output-speech-length': {
    source: reference,
    problem: ({ response: { outputSpeech } }) => speechLengthProblem('outputSpeech', outputSpeech),
  },
  'output-speech-ssml': {
    source: reference,
    problem: ({ response: { outputSpeech } }) => speechSsmlProblem('outputSpeech', outputSpeech),
  },
  reprompt: {
    source: reference,
    problem: ({ response: { reprompt } }) => {
      if (isAbsent(reprompt)) return undefined
      if (!isObject(reprompt)) return 'reprompt must be an object.'
      const { outputSpeech, directives } = reprompt
      if (isAbsent(outputSpeech) && isAbsent(directives)) return 'reprompt needs an outputSpeech; or leave it out.'
      return (
        speechShapeProblem('reprompt.outputSpeech', outputSpeech) ??
        directivesProblem('reprompt.directives', directives)
      )
    },
  },
  'reprompt-length': {
    source: reference,
    problem: ({ response: { reprompt } }) =>
      isObject(reprompt) ? speechLengthProblem('reprompt.outputSpeech', reprompt.outputSpeech) : undefined,
  },
  'reprompt-ssml': {
    source: reference,
    problem: ({ response: { reprompt } }) =>
      isObject(reprompt) ? speechSsmlProblem('reprompt.outputSpeech', reprompt.outputSpeech) : undefined,
  },
  card: {
    source: cardGuide,
    problem: ({ response: { card } }) => {
      if (isAbsent(card)) return undefined
      const type = isObject(card) ? card.type : undefined
      const texts = typeof type === 'string' && Object.hasOwn(cardTexts, type) ? cardTexts[type] : undefined
      if (!isObject(card) || texts === undefined)
        return `card.type must be one of ${Object.keys(cardTexts).join(', ')}.`
      const missing = texts.required.find((name) => typeof card[name] !== 'string' || card[name] === '')
      return missing && `A ${type} card needs a ${missing}.`
    },
  },
  'card-image': {
    source: cardGuide,
    problem: ({ response: { card } }) => {
      if (!isObject(card) || isAbsent(card.image)) return undefined
      if (!isObject(card.image)) return 'card.image must be an object with smallImageUrl, largeImageUrl or both.'
      const { smallImageUrl, largeImageUrl } = card.image
      const urls = [smallImageUrl, largeImageUrl].filter((url) => !isAbsent(url))
      const fits = (url: unknown) =>
        typeof url === 'string' && /^https:/i.test(url) && url.length <= maximumUrlCharacters
      return urls.every(fits) ? undefined : `Card images are https URLs of at most ${maximumUrlCharacters} characters.`
    },
  },
  'card-length': {
    source: cardGuide,
    problem: ({ response: { card } }) => {
      if (!isObject(card)) return undefined
      const texts = cardTexts[String(card.type)]?.all ?? []
      const length = texts.map((name) => card[name]).reduce<number>((sum, text) => sum + String(text ?? '').length, 0)
      return length > maximumCharacters
        ? `The card has ${length} characters; at most ${maximumCharacters} are allowed.`
        : undefined
    },
  },
  'consent-card-empty': {
    source: consentGuide,
    problem: ({ response }) => {
      const permissions = consentPermissions(response)
      const isList = permissions?.every((permission) => typeof permission === 'string') && permissions.length > 0
      return permissions === undefined || isList
        ? undefined
        : 'A consent card needs permissions: a list of scopes, not empty.'
    },
  },
  'consent-card-duplicate': {
    source: consentGuide,
    problem: ({ response }) => {
      const permissions = consentPermissions(response) ?? []
      const twice = permissions.find((permission, index) => permissions.indexOf(permission) !== index)
      return twice === undefined ? undefined : `The consent card asks for ${JSON.stringify(twice)} more than once.`
    },
  },
  'consent-card-undeclared': {
    source: undeclaredReport,
    problem: ({ response, declaredScopes }) => {
      const strange = (consentPermissions(response) ?? []).filter(
        (scope) =>
          typeof scope === 'string' &&
          !declaredScopes.has(scope) &&
          !declaredScopes.has(manifestSpelling[scope] ?? scope),
      )
      return strange.length === 0
        ? undefined
        : `The consent card asks for what the manifest does not declare: ${strange.join(', ')}. Add it to skill.json.`
    },
  },
  directives: {
    source: reference,
    problem: ({ response: { directives } }) => directivesProblem('directives', directives),
  },
  'session-attributes': {
    source: reference,
    problem: ({ envelope: { sessionAttributes } }) =>
      isAbsent(sessionAttributes) || isObject(sessionAttributes) ? undefined : 'sessionAttributes must be an object.',
  },
  'should-end-session': {
    source: reference,
    problem: ({ response: { shouldEndSession } }) =>
      isAbsent(shouldEndSession) || typeof shouldEndSession === 'boolean'
        ? undefined
        : 'shouldEndSession must be true, false or left out.',
  },
  'nobody-listens': {
    source: sessionGuide,
    problem: ({ hasSession, requestType, response }) => {
      if (hasSession && requestType !== 'SessionEndedRequest') return undefined
      const { outputSpeech, reprompt, card, directives } = response
      const given = Object.entries({ outputSpeech, reprompt, card })
        .filter(([, value]) => !isAbsent(value))
        .map(([name]) => name)
      if (requestType === 'SessionEndedRequest' && Array.isArray(directives) && directives.length > 0)
        given.push('directives')
      return given.length === 0 ? undefined : `The answer to ${requestType} must be empty; it has ${given.join(', ')}.`
    },
  },
}

/**
 * The rules of Alexa's that an answer breaks; Alexa refuses the whole answer for one of them.
 *
 * @internal
 */
export function checkResponse(answer: unknown, context: ResponseContext): Violation[] {
  // Lambda handlers answer a SessionEndedRequest with nothing: there is nobody to answer
  if (context.requestType === 'SessionEndedRequest' && isNothing(answer)) return []
  if (!isResponseEnvelope(answer)) {
    const found = isObject(answer) ? `an object with ${Object.keys(answer).join(', ') || 'no members'}` : kindOf(answer)
    const message = `The answer must be { version, response: { … } }; it is ${found}.`
    return [{ rule: 'response-not-object', message, source: reference }]
  }
  const subject: Subject = { ...context, envelope: { ...answer }, response: { ...answer.response } }
  return Object.entries(rules).flatMap(([rule, { source, problem }]) => {
    const message = problem(subject)
    return message === undefined ? [] : [{ rule, message, ...(source !== undefined && { source }) }]
  })
}

/** @internal */
export function isResponseEnvelope(answer: unknown): answer is ResponseEnvelope {
  return isObject(answer) && isObject(answer.response)
}

function speechShapeProblem(where: string, speech: unknown): string | undefined {
  if (isAbsent(speech)) return undefined
  if (!isObject(speech)) return `${where} must be an object.`
  const member = speech.type === 'PlainText' ? 'text' : speech.type === 'SSML' ? 'ssml' : undefined
  if (member === undefined) return `${where}.type must be PlainText or SSML.`
  return typeof speech[member] === 'string' ? undefined : `${where}.${member} must be a text.`
}

function speechLengthProblem(where: string, speech: unknown): string | undefined {
  const { length } = speechTextOf(speech) ?? ''
  return length > maximumCharacters
    ? `${where} has ${length} characters; at most ${maximumCharacters} are allowed.`
    : undefined
}

function speechSsmlProblem(where: string, speech: unknown): string | undefined {
  if (!isObject(speech) || speech.type !== 'SSML' || typeof speech.ssml !== 'string') return undefined
  const problem = ssmlProblem(speech.ssml)
  return problem && `${where}.ssml ${problem}.`
}

/** @internal */
export function speechTextOf(speech: unknown): string | undefined {
  const text = isObject(speech) ? speech[speech.type === 'SSML' ? 'ssml' : 'text'] : undefined
  return typeof text === 'string' ? text : undefined
}

function directivesProblem(where: string, directives: unknown): string | undefined {
  if (isAbsent(directives)) return undefined
  const fits = Array.isArray(directives) && directives.every((one) => isObject(one) && typeof one.type === 'string')
  return fits ? undefined : `${where} must be a list of objects that have a type.`
}

/** The permissions of a consent card, an empty list when they are no list; undefined when there is no such card. */
export function consentPermissions({ card }: { readonly card?: unknown }): readonly unknown[] | undefined {
  if (!isObject(card) || card.type !== 'AskForPermissionsConsent') return undefined
  return Array.isArray(card.permissions) ? card.permissions : []
}

/** Alexa reads null like a member that is not there. */
function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

function isNothing(answer: unknown): boolean {
  return isAbsent(answer) || (isObject(answer) && Object.keys(answer).length === 0)
}

function kindOf(value: unknown): string {
  if (value === undefined || value === '') return 'empty'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

/** @internal */
export const ruleNames: readonly string[] = ['response-not-object', ...Object.keys(rules)]
