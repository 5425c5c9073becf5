import { isObject } from '../base/is-object.js'
import type { Violation } from '../skill/violation.js'
import { startConnections } from '../wire/consent-request.js'
import { isAbsent, type NoResponse, type SkillResponse } from '../wire/response.js'
import { cardRules } from './card-rules.js'
import { connectionRules } from './connection-rules.js'
import { consentRules } from './consent-rules.js'
import { directiveRules } from './directive-rules.js'
import { type ResponseContext, type Rule, responseReference } from './response-rule.js'
import { speechRules } from './speech-rules.js'

const sessionGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-types-reference.html#sessionendedrequest' // read 2026-11-22
const maximumBytes = 120 * 1024

/** @see https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/425 (read 2026-11-29) */
const emptyMessage = 'SpeechletResponse was null'

const rules: Readonly<Record<string, Rule>> = {
  version: {
    source: responseReference,
    problem: ({ envelope }) => (envelope.version === '1.0' ? undefined : 'version must be "1.0".'),
  },
  'response-size': {
    source: responseReference,
    problem: ({ envelope }) => {
      const size = Buffer.byteLength(JSON.stringify(envelope))
      return size > maximumBytes ? `The response has ${size} bytes. At most ${maximumBytes} are allowed.` : undefined
    },
  },
  ...speechRules,
  ...cardRules,
  ...directiveRules,
  ...connectionRules,
  ...consentRules,
  'session-attributes': {
    source: responseReference,
    problem: ({ envelope: { sessionAttributes } }) =>
      isAbsent(sessionAttributes) || isObject(sessionAttributes) ? undefined : 'sessionAttributes must be an object.',
  },
  'should-end-session': {
    source: responseReference,
    problem: ({ envelope: { response }, shouldEndSession }) =>
      isAbsent(response.shouldEndSession) || shouldEndSession !== undefined
        ? undefined
        : 'shouldEndSession must be true, false or left out.',
  },
  'session-of-video': {
    source: 'https://github.com/alexa/alexa-skills-kit-sdk-for-java/issues/53', // read 2026-11-29
    problem: ({ envelope: { response }, directives }) => {
      const hasVideo = directives.some(({ type }) => type === 'VideoApp.Launch')
      if (!hasVideo || typeof response.shouldEndSession !== 'boolean') return undefined
      const message = 'A response with VideoApp.Launch must not have shouldEndSession. Leave it out.'
      return { message, alexaMessage: 'shouldEndSession flag is not allowed with LaunchVideoApp.Launch Directive' }
    },
  },
  'response-not-expected': {
    source: sessionGuide,
    problem: ({ envelope, directives }, { hasSession, requestType }) => {
      if (hasSession && requestType !== 'SessionEndedRequest') return undefined
      const { outputSpeech, reprompt, card } = envelope.response
      const given = Object.entries({ outputSpeech, reprompt, card })
        .filter(([, value]) => !isAbsent(value))
        .map(([name]) => name)
      if (requestType === 'SessionEndedRequest' && directives.length > 0) given.push('directives')
      else if (startConnections(directives).length > 0) given.push('Connections.StartConnection')
      return given.length === 0
        ? undefined
        : `The response to ${requestType} must be empty, but it has ${given.join(', ')}. Alexa says and shows nothing at this point.`
    },
  },
}

/** Returns the rules that a response breaks. Alexa rejects the whole response if it breaks one of them. */
export function checkResponse(response: SkillResponse | NoResponse, context: ResponseContext): Violation[] {
  if (response.envelope === undefined) {
    // Lambda handlers return nothing for the end of a session and for an event, because Alexa expects no response to
    // these.
    const isExpected = context.hasSession && context.requestType !== 'SessionEndedRequest'
    if (!isExpected && response.isEmpty) return []
    const message = `The skill returned ${response.found}, which is not a response. It must return { version, response: { … } }. Did the handler return \`getResponse()\`?`
    const alexaMessage = response.isEmpty ? { alexaMessage: emptyMessage } : {}
    return [{ rule: 'response-not-object', message, source: responseReference, ...alexaMessage }]
  }
  return Object.entries(rules).flatMap(([rule, { source, problem }]): Violation[] => {
    const found = problem(response, context)
    if (found === undefined) return []
    if (typeof found === 'string') return [{ rule, message: found, source }]
    const { alexaMessage } = found
    return [
      {
        rule,
        message: found.message,
        source: found.source ?? source,
        ...(alexaMessage !== undefined && { alexaMessage }),
      },
    ]
  })
}

export const ruleNames: readonly string[] = ['response-not-object', ...Object.keys(rules)]
