import { isObject } from '../base/is-object.js'
import type { Violation } from '../skill/violation.js'
import { startConnections } from '../wire/consent-request.js'
import { cardRules } from './card-rules.js'
import { consentRules } from './consent-rules.js'
import {
  directivesProblem,
  isAbsent,
  type ResponseContext,
  type Rule,
  responseReference,
  type Subject,
} from './response-rule.js'
import { speechRules } from './speech-rules.js'

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

const sessionGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-types-reference.html#sessionendedrequest' // read 2026-11-22
const maximumBytes = 120 * 1024

const rules: Readonly<Record<string, Rule>> = {
  version: {
    source: responseReference,
    problem: ({ envelope }) => (envelope.version === '1.0' ? undefined : 'version must be "1.0".'),
  },
  'response-size': {
    source: responseReference,
    problem: ({ envelope }) => {
      const size = Buffer.byteLength(JSON.stringify(envelope))
      return size > maximumBytes ? `The response has ${size} bytes; at most ${maximumBytes} are allowed.` : undefined
    },
  },
  ...speechRules,
  ...cardRules,
  directives: {
    source: responseReference,
    problem: ({ response: { directives } }) => directivesProblem('directives', directives),
  },
  ...consentRules,
  'session-attributes': {
    source: responseReference,
    problem: ({ envelope: { sessionAttributes } }) =>
      isAbsent(sessionAttributes) || isObject(sessionAttributes) ? undefined : 'sessionAttributes must be an object.',
  },
  'should-end-session': {
    source: responseReference,
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
      else if (startConnections(response).length > 0) given.push('Connections.StartConnection')
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
  // Lambda handlers answer the end of a session, or an event, with nothing: there is nobody to answer
  const isHeard = context.hasSession && context.requestType !== 'SessionEndedRequest'
  if (!isHeard && isNothing(answer)) return []
  if (!isResponseEnvelope(answer)) {
    const found = isObject(answer) ? `an object with ${Object.keys(answer).join(', ') || 'no members'}` : kindOf(answer)
    const message = `The answer must be { version, response: { … } }; it is ${found}.`
    return [{ rule: 'response-not-object', message, source: responseReference }]
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
