import assert from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import {
  isDeclined,
  isProfileError,
  isScope,
  profileFields,
  readConsentAnswer,
  fields as records,
  respondTo,
  respondToConsentAnswer,
  resumeWaiting,
  voiceConsent,
} from '../../src/index.js'
import { askForConsent } from '../../src/testing.js'
import { envelopeFor } from '../support/envelope.js'
import { fuzz } from '../support/fuzz.js'
import { anything, mutated } from '../support/hostile.js'

const byVoice = profileFields.filter((field) => records[field].scope?.voice !== undefined)
const fields = fc.uniqueArray(fc.constantFrom(...byVoice), { minLength: 1 })
const scopes = fc.uniqueArray(
  fc.constantFrom('alexa::alerts:reminders:skill:readwrite', 'alexa::devices:all:geolocation:read'),
)
const launch = envelopeFor('https://api.amazonalexa.com')
const answers = ['accepted', 'declined', 'not-answered', 'redirected-to-app', 'failed', 'unknown']

function answeredBy(token: unknown, status: unknown = 'ACCEPTED', code: unknown = '200') {
  const cause = { type: 'ConnectionCompleted', token, status: { code, message: 'OK' }, result: { status } }
  return {
    ...launch,
    request: { type: 'SessionResumedRequest', requestId: '1', timestamp: '', locale: 'en-US', cause },
  }
}

function assertAnswer(envelope: unknown): void {
  const answer = readConsentAnswer(envelope)
  if (answer === undefined) return
  assert(answers.includes(answer.answer) && answer.fields.length + answer.scopes.length > 0)
  assert(answer.fields.every((field) => profileFields.includes(field)))
  assert(answer.scopes.every(isScope))
  for (const text of [answer.status, answer.code, answer.token]) assert(text === undefined || typeof text === 'string')
  assert(isDeclined(answer) || answer.answer === 'accepted' || answer.answer === 'failed')
  if (answer.fields.length === 0) return
  assert(/^<speak>.+<\/speak>$/s.test(respondToConsentAnswer(answer, { locale: 'en-US' }).outputSpeech?.ssml ?? ''))
  if (answer.waiting === undefined) return
  assert(typeof answer.waiting.handler === 'string')
  assert(['LaunchRequest', 'IntentRequest'].includes(answer.waiting.request.type))
}

const ourTokens = fc.oneof(
  fc
    .tuple(fields, scopes, fc.option(fc.string(), { nil: undefined }))
    .map(([asked, others, token]) => voiceConsent({ fields: asked, scopes: others, token }).token),
  fc.tuple(fc.jsonValue(), fc.string()).map(([content, more]) => `alexa-profile/1:${JSON.stringify(content)}${more}`),
  fc.tuple(anything, anything, anything, anything).map(([asked, others, handler, request]) => {
    try {
      return `alexa-profile/1:${JSON.stringify({ fields: asked, scopes: others, waiting: { handler, request } })}`
    } catch {
      return 'alexa-profile/1:'
    }
  }),
)
const changedTokens = fc.tuple(ourTokens, fc.nat(), fc.string({ maxLength: 3 })).map(([token, at, text]) => {
  const position = at % (token.length + 1)
  return token.slice(0, position) + text + token.slice(position + text.length)
})

fuzz('reads any value as a consent answer or ignores it, and never throws', fc.property(anything, assertAnswer))
fuzz(
  'reads or ignores answers whose tokens were changed or invented, and never throws',
  fc.property(fc.oneof(ourTokens, changedTokens, anything), anything, anything, (token, status, code) =>
    assertAnswer(answeredBy(token, status, code)),
  ),
  1000,
)
fuzz(
  'reads or ignores answers with changed parts, and never throws',
  fc.property(mutated(answeredBy(voiceConsent({ fields: ['email'], token: 'x' }).token)), assertAnswer),
)

fuzz(
  'returns the fields and the token of a voice consent unchanged, for any token',
  fc.property(fields, fc.string({ unit: 'binary' }), fc.constantFrom('\n', '', '\r\n'), (asked, text, end) => {
    const token = `${text}${end}`
    try {
      const answer = readConsentAnswer(answeredBy(voiceConsent({ fields: asked, token }).token))
      assert(answer !== undefined && isDeepStrictEqual(answer.fields, asked) && answer.token === token)
    } catch (error) {
      assert(isProfileError(error, 'option-invalid') && Buffer.byteLength(token) > 1900)
    }
  }),
  1000,
)

const slots = fc.dictionary(
  fc.string({ minLength: 1 }),
  fc.record({ name: fc.string(), value: fc.string({ unit: 'grapheme' }) }),
)

fuzz(
  'returns a waiting request with its slots, or sends a card if the request is too long',
  fc.property(fields, fc.string(), fc.string({ unit: 'grapheme' }), slots, (asked, intentName, handler, given) => {
    const request = {
      type: 'IntentRequest',
      requestId: '1',
      locale: 'en-US',
      intent: { name: intentName, slots: given },
    }
    const options = { envelope: { ...launch, request }, consent: 'voice', waitingHandler: handler } as const
    const { card, directives } = respondTo(askForConsent(asked), options)
    const token = directives?.[0]?.token
    if (token === undefined) return assert(card !== undefined)
    const answered = answeredBy(token)
    const { waiting } = readConsentAnswer(answered) ?? {}
    assert(waiting !== undefined && waiting.handler === handler)
    const resumed: { request: object } = resumeWaiting(answered, waiting)
    assert.deepStrictEqual(
      JSON.parse(JSON.stringify((resumed.request as typeof request).intent)),
      JSON.parse(JSON.stringify(request.intent)),
    )
  }),
  1000,
)
