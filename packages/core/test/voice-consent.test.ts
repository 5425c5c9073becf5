import { describe, expect, it } from 'vitest'
import { readConsentToken } from '../src/ask/consent-token.js'
import {
  decide,
  isDeclined,
  isProfileError,
  readConsentAnswer,
  rememberConsentAnswer,
  respondTo,
  respondToConsentAnswer,
  resumeWaiting,
  speakerName,
  voiceConsent,
} from '../src/index.js'
import { askForConsent, permissionMissing } from '../src/testing.js'

const system = { apiEndpoint: 'https://api.amazonalexa.com', apiAccessToken: 'first-token' }
const intent = {
  name: 'BookTableIntent',
  confirmationStatus: 'NONE',
  slots: { date: { name: 'date', value: '2026-12-24', confirmationStatus: 'NONE' } },
}
const bookTable = {
  version: '1.0',
  session: { new: false, sessionId: 's1', attributes: {} as Record<string, unknown> },
  context: { System: system },
  request: { type: 'IntentRequest', requestId: 'r1', timestamp: '2026-11-23T10:00:00Z', locale: 'en-US', intent },
}

/** The request with the customer's answer to `response`. */
function answered(token: unknown, result: unknown, code: unknown = '200') {
  return {
    ...bookTable,
    context: { System: { ...system, apiAccessToken: 'second-token' } },
    request: {
      type: 'SessionResumedRequest',
      requestId: 'r2',
      timestamp: '2026-11-23T10:00:20Z',
      locale: 'en-US',
      cause: { type: 'ConnectionCompleted', token, status: { code, message: 'OK' }, result },
    },
  }
}

function codeOf(misuse: () => unknown): string | undefined {
  try {
    misuse()
  } catch (error) {
    if (isProfileError(error)) return error.code
  }
  return undefined
}

describe('voiceConsent', () => {
  it('asks for the scope of each field once, at the level of the account', () => {
    expect(voiceConsent({ fields: ['email', 'mobileNumber', 'email'] })).toEqual({
      type: 'Connections.StartConnection',
      uri: 'connection://AMAZON.AskForPermissionsConsent/2',
      input: {
        '@type': 'AskForPermissionsConsentRequest',
        '@version': '2',
        permissionScopes: [
          { permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' },
          { permissionScope: 'alexa::profile:mobile_number:read', consentLevel: 'ACCOUNT' },
        ],
      },
      token: expect.stringMatching(/^alexa-profile\/1:/),
    })
  })

  it('asks at the level of the speaker', () => {
    const { input } = voiceConsent({ level: 'speaker', fields: ['givenName'] })
    expect(input.permissionScopes).toEqual([
      { permissionScope: 'alexa::profile:given_name:read', consentLevel: 'PERSON' },
    ])
  })

  it('asks for other permissions once each, at the level of the account', () => {
    const { input } = voiceConsent({
      level: 'speaker',
      fields: ['givenName', 'countryAndPostalCode'],
      scopes: [
        'alexa::alerts:reminders:skill:readwrite',
        'alexa::alerts:timers:skill:readwrite',
        'alexa::devices:all:geolocation:read',
        'alexa::alerts:timers:skill:readwrite',
      ],
    })
    expect(input.permissionScopes).toEqual([
      { permissionScope: 'alexa::profile:given_name:read', consentLevel: 'PERSON' },
      { permissionScope: 'alexa:devices:all:address:country_and_postal_code:read', consentLevel: 'ACCOUNT' },
      { permissionScope: 'alexa::alerts:reminders:skill:readwrite', consentLevel: 'ACCOUNT' },
      { permissionScope: 'alexa::alerts:timers:skill:readwrite', consentLevel: 'ACCOUNT' },
      { permissionScope: 'alexa::devices:all:geolocation:read', consentLevel: 'ACCOUNT' },
    ])
  })

  it.each([
    ['alexa::devices:all:notifications:write', 'by voice'],
    ['alexa::alerts:reminders:skill:readwrit', 'Did you mean'],
    ['timeZone', 'needs no permission'],
    [7, 'Pass a field such as'],
  ])('rejects the scope %s', (scope, reason) => {
    // @ts-expect-error Alexa cannot ask for it by voice
    expect(() => voiceConsent({ scopes: [scope] })).toThrow(reason)
    // @ts-expect-error Alexa cannot ask for it by voice
    expect(codeOf(() => voiceConsent({ scopes: [scope] }))).toBe('scope-unknown')
  })

  it('rejects scopes that are not an array', () => {
    // @ts-expect-error a string is not an array
    expect(codeOf(() => voiceConsent({ fields: ['email'], scopes: 'x' }))).toBe('option-invalid')
  })

  it('checks other permissions against the manifest', () => {
    const request = { scopes: ['alexa::alerts:timers:skill:readwrite'] } as const
    expect(codeOf(() => voiceConsent({ ...request, declaredScopes: ['alexa::profile:email:read'] }))).toBe(
      'scope-not-declared',
    )
    expect(voiceConsent({ ...request, declaredScopes: request.scopes }).input.permissionScopes).toHaveLength(1)
  })

  it('rejects fields and scopes that Alexa cannot ask for by voice', () => {
    // @ts-expect-error speakers have no email address
    expect(codeOf(() => voiceConsent({ level: 'speaker', fields: ['email'] }))).toBe('field-unknown')
    // @ts-expect-error the scope of a field must be requested by the field's name
    voiceConsent({ scopes: ['alexa::profile:email:read'] })
    // @ts-expect-error this field does not exist
    expect(codeOf(() => voiceConsent({ fields: ['toString'] }))).toBe('field-unknown')
    expect(codeOf(() => voiceConsent({ fields: [] }))).toBe('scope-unknown')
    expect(codeOf(() => voiceConsent({ scopes: [] }))).toBe('scope-unknown')
    expect(codeOf(() => voiceConsent({}))).toBe('scope-unknown')
    expect(codeOf(() => voiceConsent({ fields: ['address'] }))).toBe('scope-unknown')
    expect(codeOf(() => voiceConsent({ fields: ['email'], declaredScopes: [] }))).toBe('scope-not-declared')
    expect(codeOf(() => voiceConsent({ fields: ['email'], token: 'x'.repeat(2100) }))).toBe('option-invalid')
    expect(codeOf(() => voiceConsent({ fields: ['email'], token: '日'.repeat(800) }))).toBe('option-invalid')
  })

  it('accepts a manifest as declaredScopes', () => {
    const manifest = { manifest: { permissions: [{ name: 'alexa::profile:email:read' }] } }
    expect(voiceConsent({ fields: ['email'], declaredScopes: manifest }).input.permissionScopes).toHaveLength(1)
    expect(codeOf(() => voiceConsent({ fields: ['name'], declaredScopes: manifest }))).toBe('scope-not-declared')
  })
})

describe('respondTo with voice consent', () => {
  it('gives the reason and leaves the session open for Alexa', () => {
    const response = respondTo(askForConsent(['givenName', 'email']), {
      envelope: bookTable,
      consent: 'voice',
      purpose: 'book your table',
      skillName: 'Table Talk',
      reprompt: 'Hello?',
    })
    expect(response.outputSpeech?.ssml).toBe(
      '<speak>To book your table, Table Talk needs your first name and email address.</speak>',
    )
    expect(response.directives).toHaveLength(1)
    expect(response).not.toHaveProperty('card')
    expect(response).not.toHaveProperty('shouldEndSession')
    expect(response).not.toHaveProperty('reprompt')
  })

  it('asks at the level of the decision', () => {
    const results = { givenName: permissionMissing('givenName', { level: 'speaker' }) }
    const decision = decide(results, { required: ['givenName'] })
    if (decision.action !== 'ask-for-consent') return expect.fail(decision.action)
    const { directives } = respondTo(decision, { envelope: bookTable, consent: 'voice' })
    expect(directives?.[0]?.input.permissionScopes[0]?.consentLevel).toBe('PERSON')
  })

  const card = { type: 'AskForPermissionsConsent', permissions: ['alexa::profile:email:read'] }
  it.each([
    ['there is no envelope', undefined],
    [
      'the request is not a launch or an intent',
      { ...bookTable, request: { type: 'Alexa.Presentation.APL.UserEvent' } },
    ],
    ['the request already contains an answer', answered('alexa-profile/1:{"fields":[]}', { status: 'ACCEPTED' })],
    [
      'the intent is too long for the token',
      { ...bookTable, request: { ...bookTable.request, intent: { ...intent, slots: { x: 'x'.repeat(2100) } } } },
    ],
  ])('sends a card if %s', (_, envelope) => {
    expect(respondTo(askForConsent(['email']), { envelope, consent: 'voice' })).toMatchObject({ card })
  })

  it('never asks outside a session', () => {
    const { session: _, ...event } = bookTable
    expect(respondTo(askForConsent(['email']), { envelope: event, consent: 'voice' })).toEqual({})
  })

  it.each(['card', 'voice'] as const)(
    'does not ask by %s if ask is false, or after the customer declined',
    (consent) => {
      const refused = {
        ...bookTable,
        session: { ...bookTable.session, attributes: { alexaProfile: { consent: 'declined' } } },
      }
      for (const options of [{ envelope: bookTable, ask: false }, { envelope: refused }]) {
        const response = respondTo(askForConsent(['email']), { ...options, consent, purpose: 'book your table' })
        expect(response).not.toHaveProperty('card')
        expect(response).not.toHaveProperty('directives')
        expect(response.outputSpeech?.ssml).toContain("without your email address I can't book your table")
      }
    },
  )
})

describe('readConsentAnswer', () => {
  const ask = (options = {}) =>
    respondTo(askForConsent(['givenName', 'email']), { envelope: bookTable, consent: 'voice', ...options })
  const tokenOf = (options = {}) => ask(options).directives?.[0]?.token

  it.each([
    ['ACCEPTED', 'accepted', false],
    ['DENIED', 'declined', true],
    ['NOT_ANSWERED', 'not-answered', true],
    ['REDIRECT_TO_APP', 'redirected-to-app', true],
    ['SOMETHING_NEW', 'unknown', true],
  ])('reads %s', (status, answer, declined) => {
    const found = readConsentAnswer(answered(tokenOf(), { status }))
    expect(found).toMatchObject({ answer, status, code: '200' })
    expect(found && isDeclined(found)).toBe(declined)
  })

  it.each([
    ['a connection that failed', answered(tokenOf(), { version: '1' }, '403')],
    ['no result', answered(tokenOf(), null)],
    ['a result without status', answered(tokenOf(), {})],
    ['a success code with a failure status', answered(tokenOf(), { status: 'ACCEPTED' }, '500')],
  ])('reads %s as failed: Alexa could not ask', (_, envelope) => {
    expect(readConsentAnswer(envelope)).toMatchObject({ answer: 'failed' })
  })

  it('leaves out members that are missing or have another type', () => {
    const read = (result: unknown, code?: string) =>
      readConsentAnswer(answered(tokenOf(), result, code)) ?? expect.fail('the answer was not read')
    const odd = read({ status: 5 })
    expect(odd).toMatchObject({ answer: 'unknown', code: '200' })
    expect(odd).not.toHaveProperty('status')
    const failed = read({ status: null })
    expect(failed).toMatchObject({ answer: 'failed' })
    expect(isDeclined(failed)).toBe(false)
    const { request, ...envelope } = answered(tokenOf(), { status: 'ACCEPTED' })
    const withoutStatus = { ...envelope, request: { ...request, cause: { token: tokenOf() } } }
    expect(readConsentAnswer(withoutStatus)).not.toHaveProperty('code')
    expect(readConsentAnswer({ ...envelope, request: { ...request, type: 'IntentRequest' } })).toBeUndefined()
  })

  it.each([200, '204'])('accepts the code %s', (code) => {
    expect(readConsentAnswer(answered(tokenOf(), { status: 'ACCEPTED' }, code))).toMatchObject({ answer: 'accepted' })
  })

  it("returns the token of the skill's own directive", () => {
    const { token } = voiceConsent({ fields: ['email'], token: 'newsletter' })
    const answer = readConsentAnswer(answered(token, { status: 'ACCEPTED' }))
    expect(answer).toMatchObject({ token: 'newsletter', fields: ['email'], scopes: [] })
    expect(answer).not.toHaveProperty('waiting')
    const { token: ofLines } = voiceConsent({ fields: ['email'], token: 'news\n\nletter' })
    expect(readConsentAnswer(answered(ofLines, { status: 'ACCEPTED' }))).toMatchObject({ token: 'news\n\nletter' })
    const { token: withoutOwn } = voiceConsent({ fields: ['email'] })
    expect(readConsentAnswer(answered(withoutOwn, { status: 'ACCEPTED' }))).not.toHaveProperty('token')
  })

  it('reads a token of 2,048 bytes but not a longer one', () => {
    const withBytes = (length: number) => `alexa-profile/1:{"fields":["email"]}\né`.padEnd(length - 1, 'x')
    expect(readConsentAnswer(answered(withBytes(2048), { status: 'ACCEPTED' }))).toBeDefined()
    expect(readConsentAnswer(answered(withBytes(2049), { status: 'ACCEPTED' }))).toBeUndefined()
    for (const none of [undefined, null, 5, ['alexa-profile/1:{}']]) expect(readConsentToken(none)).toBeUndefined()
  })

  it('returns the other permissions that were requested', () => {
    const scopes = ['alexa::alerts:reminders:skill:readwrite', 'alexa::alerts:timers:skill:readwrite'] as const
    const answerTo = (token: string) => readConsentAnswer(answered(token, { status: 'ACCEPTED' }))
    expect(answerTo(voiceConsent({ fields: ['email'], scopes }).token)).toMatchObject({ fields: ['email'], scopes })
    const alone = answerTo(voiceConsent({ scopes, token: 'wake me' }).token)
    expect(alone).toMatchObject({ answer: 'accepted', fields: [], scopes, token: 'wake me' })
  })

  it('reads a token of a version without other permissions', () => {
    const answer = readConsentAnswer(answered('alexa-profile/1:{"fields":["email"]}', { status: 'ACCEPTED' }))
    expect(answer).toMatchObject({ fields: ['email'], scopes: [] })
  })

  it('works with a decision that the skill created', () => {
    const decision = { action: 'ask-for-consent' as const, fields: ['email' as const], scopes: [], results: {} }
    const [directive] = respondTo(decision, { envelope: bookTable, consent: 'voice' }).directives ?? []
    expect(directive?.input.permissionScopes).toEqual([
      { permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' },
    ])
    const answer = readConsentAnswer(answered(directive?.token, { status: 'ACCEPTED' }))
    expect(answer?.waiting?.handler).toBe('')
  })

  it('returns the waiting request', () => {
    const answer = readConsentAnswer(answered(tokenOf({ waitingHandler: 'me' }), { status: 'ACCEPTED' }))
    expect(answer?.fields).toEqual(['givenName', 'email'])
    expect(answer).not.toHaveProperty('token')
    expect(answer?.waiting).toEqual({
      handler: 'me',
      request: { type: 'IntentRequest', intent },
    })
  })

  it.each([
    ['another connection', answered('order-42', { status: 'ACCEPTED' })],
    ['no token', answered(undefined, { status: 'ACCEPTED' })],
    ['a token that is too long', answered(`alexa-profile/1:${'x'.repeat(2100)}`, { status: 'ACCEPTED' })],
    ['another version of the token', answered('alexa-profile/2:{"fields":["email"]}', { status: 'ACCEPTED' })],
    ['a token of another skill connection', answered('order-of-shop-1:{"fields":["email"]}', { status: 'ACCEPTED' })],
    ['an intent', bookTable],
    ['nothing', undefined],
    [
      'a getter that throws',
      {
        get request() {
          throw new Error('secret')
        },
      },
    ],
  ])('ignores %s', (_, envelope) => {
    expect(readConsentAnswer(envelope)).toBeUndefined()
  })

  it.each([
    '{"fields":["email"]',
    '{"fields":"email"}',
    '{"fields":["password"],"token":"x"}',
    '{"fields":[],"scopes":[]}',
    '{"fields":["email"],"scopes":"alexa::alerts:timers:skill:readwrite"}',
    '{"fields":["email"],"scopes":["alexa::alerts:timers"]}',
    '{"fields":[],"waiting":null}',
    '{"fields":[],"waiting":{"handler":1,"request":{"type":"LaunchRequest"}}}',
    '{"fields":[],"waiting":{"handler":"x","request":{"type":"SessionEndedRequest"}}}',
    '{"fields":[],"waiting":{"handler":"x","request":{"type":"IntentRequest","intent":{}}}}',
    'null',
    '',
  ])('ignores a broken token: %s', (text) => {
    expect(readConsentAnswer(answered(`alexa-profile/1:${text}`, { status: 'ACCEPTED' }))).toBeUndefined()
  })
})

describe('after a consent answer', () => {
  const token = respondTo(askForConsent(['email']), { envelope: bookTable, consent: 'voice' }).directives?.[0]?.token
  const answerTo = (status: string) =>
    readConsentAnswer(answered(token, { status })) ?? expect.fail('the answer was not read')

  it('resumes the original request in the new context without changing the envelope', () => {
    const resumed = answered(token, { status: 'ACCEPTED' })
    const before = structuredClone(resumed)
    const { waiting } = answerTo('ACCEPTED')
    if (waiting === undefined) return expect.fail('no request was waiting')

    expect(resumeWaiting(resumed, waiting)).toEqual({
      ...resumed,
      request: { type: 'IntentRequest', intent, requestId: 'r2', timestamp: '2026-11-23T10:00:20Z', locale: 'en-US' },
    })
    expect(resumed).toEqual(before)
  })

  it('says how the request ends', () => {
    const speech = (status: string) =>
      respondToConsentAnswer(answerTo(status), { envelope: bookTable, purpose: 'book your table' }).outputSpeech?.ssml
    expect(speech('DENIED')).toBe("<speak>Sorry, without your email address I can't book your table.</speak>")
    expect(speech('REDIRECT_TO_APP')).toContain('Please open your Alexa app')
  })

  it('has no prompt for permissions without fields', () => {
    const { token } = voiceConsent({ scopes: ['alexa::alerts:timers:skill:readwrite'] })
    const answer = readConsentAnswer(answered(token, { status: 'DENIED' })) ?? expect.fail('the answer was not read')
    expect(codeOf(() => respondToConsentAnswer(answer))).toBe('option-invalid')
  })

  it('remembers for the session only that the customer declined', () => {
    const attributes = { count: 1 }
    expect(rememberConsentAnswer(attributes, answerTo('DENIED'))).toEqual({
      count: 1,
      alexaProfile: { consent: 'declined' },
    })
    expect(rememberConsentAnswer(attributes, answerTo('NOT_ANSWERED'))).toHaveProperty('alexaProfile')
    expect(rememberConsentAnswer(attributes, answerTo('REDIRECT_TO_APP'))).toEqual({ count: 1 })
    expect(rememberConsentAnswer(attributes, answerTo('ACCEPTED'))).toEqual({ count: 1 })
    expect(attributes).toEqual({ count: 1 })
  })
})

it('lets Alexa say the name of the speaker', () => {
  expect(speakerName({ personId: 'amzn1.ask.person.ABC' })).toBe(
    '<alexa:name type="first" personId="amzn1.ask.person.ABC"/>',
  )
  expect(speakerName({ personId: '"/><audio src="x' })).not.toContain('<audio')
})
