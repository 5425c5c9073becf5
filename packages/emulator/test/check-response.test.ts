import { fields } from '@alexa-profile/core'
import { describe, expect, it } from 'vitest'
import { checkResponse } from '../src/rules/check-response.js'
import type { ResponseContext } from '../src/rules/response-rule.js'
import { readResponse } from '../src/wire/response.js'

const context: ResponseContext = {
  requestType: 'IntentRequest',
  hasSession: true,
  declaredScopes: new Set([
    fields.email.scope.manifest,
    'alexa::devices:all:address:full:read',
    'alexa::household:lists:read',
  ]),
}
const plain = (text: unknown) => ({ type: 'PlainText', text })
const ssml = (text: string) => ({ type: 'SSML', ssml: text })
const consent = (permissions: unknown) => ({ card: { type: 'AskForPermissionsConsent', permissions } })
const asked = (permissionScope: unknown, consentLevel: unknown = 'ACCOUNT') => ({ permissionScope, consentLevel })
const byVoice = (permissionScopes: unknown, more: object = {}, input: object = {}) => ({
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.AskForPermissionsConsent/2',
  input: { '@type': 'AskForPermissionsConsentRequest', '@version': '2', permissionScopes, ...input },
  ...more,
})
const answer = (response: unknown, more: object = {}) => ({ version: '1.0', response, ...more })
const check = (given: unknown, against = context) => checkResponse(readResponse(given), against)
const rulesOf = (given: unknown, changed: Partial<ResponseContext> = {}) =>
  check(given, { ...context, ...changed }).map(({ rule }) => rule)

const video = { type: 'VideoApp.Launch', videoItem: { source: 'https://example.com/cat.mp4' } }

describe('a response that Alexa accepts', () => {
  it.each([
    ['no speech', {}],
    [
      'plain text',
      { outputSpeech: plain('Hi'), reprompt: { outputSpeech: plain('Still there?') }, shouldEndSession: false },
    ],
    ['SSML', { outputSpeech: ssml(' <speak>Fish &amp; <break time="1s"/><!-- & --> chips</speak> ') }],
    [
      'SSML with attributes',
      { outputSpeech: ssml(`<speak version='1.1'><alexa:name type="first" personId="a>b"/></speak>`) },
    ],
    ['8000 characters', { outputSpeech: plain('a'.repeat(8000)) }],
    ['a Simple card', { card: { type: 'Simple', title: 'T', content: 'C' } }],
    [
      'a Standard card',
      { card: { type: 'Standard', text: 'T', image: { smallImageUrl: 'https://example.com/s.png' } } },
    ],
    ['a Standard card with only a title', { card: { type: 'Standard', title: 'T' } }],
    ['a LinkAccount card', { card: { type: 'LinkAccount' } }],
    ['a consent card', consent([fields.email.scope.manifest])],
    ['an address scope as cards spell it', consent(['read::alexa:device:all:address'])],
    ['a list scope as cards spell it', consent(['read::alexa:household:list'])],
    ['directives', { directives: [{ type: 'Dialog.Delegate' }] }],
    ['a voice consent', { directives: [byVoice([asked(fields.email.scope.manifest)], { token: 'booking' })] }],
    [
      'a voice consent for both levels and an undeclared scope, beside a consent card and a template',
      {
        ...consent([fields.email.scope.manifest]),
        directives: [
          { type: 'Alexa.Presentation.APL.RenderDocument', document: { type: 'APL' } },
          byVoice([asked(fields.name.scope.manifest), asked(fields.name.scope.manifest, 'PERSON')], {
            token: null,
            onCompletion: 'RESUME_SESSION',
          }),
        ],
      },
    ],
    [
      'a player and a dialog',
      { directives: [{ type: 'AudioPlayer.Stop' }, { type: 'Dialog.ElicitSlot', slotToElicit: 'date' }] },
    ],
    ['a video', { directives: [video] }],
    [
      'null for optional members',
      { outputSpeech: null, card: null, reprompt: null, directives: null, shouldEndSession: null },
    ],
  ])('has %s', (_, response) => {
    expect(check(answer(response))).toEqual([])
  })

  it('has session attributes', () => {
    expect(rulesOf(answer({}, { sessionAttributes: { step: 1 } }))).toEqual([])
  })
})

describe('a response that Alexa rejects', () => {
  it.each([
    ['response-not-object', 'nothing', undefined],
    ['response-not-object', 'a string', 'Hello'],
    ['response-not-object', 'a list', []],
    ['response-not-object', 'no response member', { version: '1.0' }],
    ['response-not-object', 'a string as response', { version: '1.0', response: 'Hello' }],
    ['version', 'no version', { response: {} }],
    ['version', 'a number as version', { version: 1, response: {} }],
    ['response-size', 'more than 120 KB', answer({}, { sessionAttributes: { text: 'ü'.repeat(61_441) } })],
    ['output-speech', 'a string as speech', answer({ outputSpeech: 'Hi' })],
    ['output-speech', 'speech without type', answer({ outputSpeech: { text: 'Hi' } })],
    ['output-speech', 'SSML under the wrong name', answer({ outputSpeech: { type: 'SSML', text: 'Hi' } })],
    ['output-speech-length', '8001 characters', answer({ outputSpeech: plain('a'.repeat(8001)) })],
    [
      'output-speech-length',
      'SSML of more than 8000 characters',
      answer({ outputSpeech: ssml(`<speak>${'a'.repeat(8000)}</speak>`) }),
    ],
    ['output-speech-ssml', 'SSML without <speak>', answer({ outputSpeech: ssml('Hi') })],
    ['reprompt', 'a string as reprompt', answer({ reprompt: 'Hi' })],
    ['reprompt', 'an empty reprompt', answer({ reprompt: {} })],
    ['reprompt', 'a reprompt without text', answer({ reprompt: { outputSpeech: { type: 'PlainText' } } })],
    [
      'reprompt-length',
      'a reprompt of 8001 characters',
      answer({ reprompt: { outputSpeech: plain('a'.repeat(8001)) } }),
    ],
    [
      'reprompt-ssml',
      'a bare ampersand in the reprompt',
      answer({ reprompt: { outputSpeech: ssml('<speak>a & b</speak>') } }),
    ],
    ['card', 'a string as card', answer({ card: 'Simple' })],
    ['card', 'an unknown card', answer({ card: { type: 'toString' } })],
    ['card', 'a Simple card without content', answer({ card: { type: 'Simple', title: 'T' } })],
    ['card', 'a Standard card without text', answer({ card: { type: 'Standard', content: 'C' } })],
    [
      'card-image',
      'an image over http',
      answer({ card: { type: 'Standard', text: 'T', image: { largeImageUrl: 'http://example.com/l.png' } } }),
    ],
    [
      'card-image',
      'an image URL of more than 2000 characters',
      answer({ card: { type: 'Standard', text: 'T', image: { largeImageUrl: `https://${'a'.repeat(2000)}` } } }),
    ],
    [
      'card-length',
      'a card of more than 8000 characters',
      answer({ card: { type: 'Simple', title: 'T', content: 'a'.repeat(8000) } }),
    ],
    ['consent-card-empty', 'no permissions', answer(consent([]))],
    ['consent-card-empty', 'permissions that are not an array', answer(consent('all'))],
    ['consent-card-empty', 'no list of permissions', answer(consent(undefined))],
    ['consent-card-empty', 'a permission that is not a string', answer(consent([1]))],
    [
      'consent-card-duplicate',
      'a permission twice',
      answer(consent([fields.email.scope.manifest, fields.email.scope.manifest])),
    ],
    [
      'consent-card-undeclared',
      'a permission that the manifest lacks',
      answer(consent([fields.email.scope.manifest, fields.name.scope.manifest])),
    ],
    [
      'voice-consent',
      'two requests at once',
      answer({
        directives: [byVoice([asked(fields.email.scope.manifest)]), byVoice([asked(fields.name.scope.manifest)])],
      }),
    ],
    ['voice-consent-empty', 'no scopes', answer({ directives: [byVoice([])] })],
    ['voice-consent-empty', 'scopes that are not an array', answer({ directives: [byVoice('all')] })],
    ['voice-consent-empty', 'an entry without a scope', answer({ directives: [byVoice([asked(undefined)])] })],
    ['voice-consent-level', 'no level', answer({ directives: [byVoice([asked(fields.email.scope.manifest, null)])] })],
    [
      'voice-consent-level',
      'an unknown level',
      answer({ directives: [byVoice([asked(fields.email.scope.manifest, 'HOUSEHOLD')])] }),
    ],
    [
      'voice-consent-level',
      'the email of a person',
      answer({ directives: [byVoice([asked(fields.email.scope.manifest, 'PERSON')])] }),
    ],
    [
      'voice-consent-duplicate',
      'a scope twice at one level',
      answer({
        directives: [
          byVoice([
            asked(fields.name.scope.manifest),
            asked(fields.email.scope.manifest),
            asked(fields.name.scope.manifest),
          ]),
        ],
      }),
    ],
    [
      'connection-with-player',
      'audio beside the connection',
      answer({ directives: [{ type: 'AudioPlayer.Stop' }, byVoice([asked(fields.email.scope.manifest)])] }),
    ],
    [
      'connection-with-player',
      'video beside another connection',
      answer({
        directives: [
          { type: 'Connections.StartConnection', uri: 'connection://AMAZON.PrintPDF/1' },
          { type: 'VideoApp.Launch', videoItem: { source: 'https://example.com/film.mp4' } },
        ],
      }),
    ],
    [
      'connection-with-player',
      'audio beside the end of a task',
      answer({
        directives: [
          { type: 'AudioPlayer.Stop' },
          { type: 'Tasks.CompleteTask', status: { code: 200, message: 'OK' } },
        ],
      }),
    ],
    [
      'card-length',
      'a card whose text is too long with the URLs of its images',
      answer({
        card: {
          type: 'Standard',
          text: 'a'.repeat(7000),
          image: { smallImageUrl: `https://${'a'.repeat(500)}`, largeImageUrl: `https://${'a'.repeat(500)}` },
        },
      }),
    ],
    ['directives', 'directives that are not an array', answer({ directives: {} })],
    ['directives', 'a directive without type', answer({ directives: [{}] })],
    ['session-attributes', 'a list as session attributes', answer({}, { sessionAttributes: ['a'] })],
    ['should-end-session', 'a string as shouldEndSession', answer({ shouldEndSession: 'false' })],
    ...[true, false].map((shouldEndSession): [string, string, unknown] => [
      'session-of-video',
      `a video and shouldEndSession: ${shouldEndSession}`,
      answer({ directives: [video], shouldEndSession }),
    ]),
  ])('breaks %s with %s', (rule, _, given) => {
    const violations = check(given)
    expect(violations).toHaveLength(1)
    expect(violations).toMatchObject([
      { rule, message: expect.stringMatching(/[.?]$/), source: expect.stringMatching(/^https:/) },
    ])
  })

  it.each([
    ['Hi', 'must be one <speak> element'],
    ['<speak>Hi</speak> there', 'must be one <speak> element'],
    ['<speak>Hi</speak><speak>Hi</speak>', 'must be one <speak> element'],
    ['<p>Hi</p>', 'must be one <speak> element'],
    ['', 'is empty'],
    ['<speak><p>Hi</speak>', 'closes <speak>'],
    ['<speak><p>Hi</p>', 'never closes <speak>'],
    ['<speak>Fish & chips</speak>', 'bare "&"'],
    ['<speak>1 < 2</speak>', '"<" that does not start a tag'],
    ['<speak><break time=1s/></speak>', '"<" that does not start a tag'],
  ])('has SSML such as %j', (text, message) => {
    expect(check(answer({ outputSpeech: ssml(text) }))).toMatchObject([
      { rule: 'output-speech-ssml', message: expect.stringContaining(message) },
    ])
  })

  it.each<[string, object, object?]>([
    ['another version of the connection', { uri: 'connection://AMAZON.AskForPermissionsConsent/1' }],
    ['no input', { input: undefined }],
    ['a number as token', { token: 1 }],
    ['an unknown onCompletion', { onCompletion: 'RESUME' }],
    ['another kind of input', {}, { '@type': 'PrintPDFRequest' }],
    ['a number as version', {}, { '@version': 2 }],
  ])('has a voice consent with %s', (_, ...more) => {
    expect(rulesOf(answer({ directives: [byVoice([asked(fields.email.scope.manifest)], ...more)] }))).toEqual([
      'voice-consent',
    ])
  })

  it.each([
    ['alexa::profile:emial:read', 'Did you mean "alexa::profile:email:read"?'],
    ['alexa:profile:email:read', 'Did you mean "alexa::profile:email:read"?'],
    ['read::alexa:devices:all:address', 'Did you mean "read::alexa:device:all:address"?'],
    [fields.name.scope.manifest, 'Add alexa::profile:name:read to skill.json.'],
    [
      'read::alexa:device:all:address:country_and_postal_code',
      'Add alexa:devices:all:address:country_and_postal_code:read to skill.json.',
    ],
    ['alexa::table:book', 'Add alexa::table:book to skill.json.'],
  ])('gets advice if a card asks for %s', (scope, advice) => {
    const [violation] = check(answer(consent([scope])))
    expect(violation?.message).toContain(advice)
    expect(violation?.alexaMessage).toBe('permissions contains invalid permission')
  })

  it('lists every rule that it breaks', () => {
    expect(rulesOf({ response: { shouldEndSession: 1, card: {} } })).toEqual(['version', 'card', 'should-end-session'])
  })
})

describe('when Alexa does not expect a response', () => {
  it.each([
    { outputSpeech: plain('Bye') },
    consent([fields.email.scope.manifest]),
    { directives: [{ type: 'Dialog.Delegate' }] },
  ])('the response to a SessionEndedRequest must not be %j', (response) => {
    expect(rulesOf(answer(response), { requestType: 'SessionEndedRequest' })).toEqual(['response-not-expected'])
  })

  it.each([
    { outputSpeech: plain('Bye') },
    consent([fields.email.scope.manifest]),
    { directives: [byVoice([asked(fields.email.scope.manifest)])] },
  ])('the response to a request without a session must not be %j', (response) => {
    const event = { requestType: 'AlexaSkillEvent.SkillEnabled', hasSession: false }
    expect(rulesOf(answer(response), event)).toEqual(['response-not-expected'])
    expect(rulesOf(answer({}), event)).toEqual([])
  })

  it.each([undefined, null, '', {}])('the response to an event may be %j', (nothing) => {
    const event = { requestType: 'AlexaSkillEvent.SkillEnabled', hasSession: false }
    expect(rulesOf(nothing, event)).toEqual(nothing === '' ? ['response-not-object'] : [])
  })
})
