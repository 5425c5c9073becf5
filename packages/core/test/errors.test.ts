import https from 'node:https'
import { expect, it } from 'vitest'
import {
  consentCard,
  createProfileClient,
  createRequirement,
  createTransport,
  decide,
  functionsOf,
  isProfileError,
  type ProfileErrorCode,
  prompts,
  respondTo,
  respondToConsentAnswer,
  voiceConsent,
} from '../src/index.js'
import { toE164 } from '../src/phone.js'
import { available, proceed } from '../src/testing.js'
import { envelopeFor } from './support/envelope.js'

const amazon = 'https://api.amazonalexa.com'

/** A value of a wrong type, as plain JavaScript may pass it. */
const wrong = (value: unknown) => value as never

/** Sends nothing, because an error or an aborted signal comes first. */
async function read(system: object, options: object = {}) {
  const client = createProfileClient()
  try {
    return await client.forRequest(envelopeFor(amazon, { ...system })).read(['email', 'address'], options)
  } finally {
    client.close()
  }
}

const copy = { ...available('email', 'ann@example.com') }
const decision = proceed({ email: 'ann@example.com' })

/** Each misuse with its error code and the word that the message must name. */
const misuses: [ProfileErrorCode, string, () => unknown][] = [
  [
    'client-closed',
    'client',
    () => {
      const client = createProfileClient()
      client.close()
      return client.forRequest(envelopeFor(amazon)).read(['email'])
    },
  ],
  ['copy-without-values', 'value', () => decide({ email: wrong(copy) }, { required: ['email'] })],
  ['copy-without-values', '.value', () => Object.create(available('email', 'ann@example.com')).value],
  ['copy-without-values', '.profile', () => Object.create(decision).profile],
  ['copy-without-values', '.e164', () => Object.create(toE164({ phoneNumber: '+12065550100' })).e164],
  ['copy-without-values', '.candidates', () => Object.create(toE164({ phoneNumber: '2065550100' })).candidates],
  ['decision-invalid', 'decision', () => respondTo(wrong(decision))],
  ['decision-invalid', 'email', () => decide(wrong({}), { required: ['email'] })],
  ['decision-invalid', 'email', () => decide(wrong({ email: undefined }), { required: ['email'] })],
  ['endpoint-not-allowed', 'apiEndpoint', () => read({ apiEndpoint: `${amazon}/path` })],
  ['endpoint-not-allowed', 'https://evil.test', () => read({ apiEndpoint: 'https://evil.test' })],
  ['endpoint-not-allowed', 'credentials', () => createTransport().warm(new URL('https://ann@api.amazonalexa.com'), 1)],
  [
    'endpoint-not-allowed',
    'credentials',
    () => createTransport().warm(new URL('https://:secret@api.amazonalexa.com'), 1),
  ],
  ['envelope-invalid', 'apiEndpoint', () => read({ apiEndpoint: 1 })],
  ['envelope-invalid', 'apiAccessToken', () => read({ apiAccessToken: 1 })],
  ['envelope-invalid', 'deviceId', () => read({ device: { deviceId: '..' } })],
  ['envelope-invalid', 'deviceId', () => read({ device: { deviceId: '\ud800' } })],
  ['envelope-invalid', 'context.System', () => createProfileClient().forRequest(wrong({})).read(['email'])],
  [
    'envelope-invalid',
    'context.System',
    () =>
      createProfileClient()
        .forRequest(
          wrong({
            get context() {
              throw new Error('secret')
            },
          }),
        )
        .read(['email']),
  ],
  ['field-unknown', 'array', () => createProfileClient().forRequest(envelopeFor(amazon)).read(wrong('email'))],
  ['field-unknown', 'required', () => decide({}, wrong({ required: 'email' }))],
  ['option-invalid', 'agent', () => createProfileClient({ agent: wrong({}) })],
  ['option-invalid', 'agent', () => createProfileClient({ agent: wrong({ addRequest: true }) })],
  ['option-invalid', 'agent', () => createProfileClient({ agent: wrong(https) })],
  ['option-invalid', 'allowedEndpoints', () => createProfileClient({ allowedEndpoints: wrong(amazon) })],
  ['option-invalid', 'allowedEndpoints', () => createProfileClient({ allowedEndpoints: [wrong(1)] })],
  ['option-invalid', 'allowedEndpoints', () => createProfileClient({ allowedEndpoints: ['http://10.0.0.1'] })],
  ['option-invalid', 'ca', () => createProfileClient({ ca: wrong(1) })],
  ['option-invalid', 'connections', () => createProfileClient().warm('EU', 0)],
  ['option-invalid', 'connections', () => createProfileClient().warm('EU', 1.5)],
  ['option-invalid', 'connections', () => createProfileClient().warm('EU', 257)],
  ['option-invalid', 'level', () => createRequirement({ level: wrong('device') })],
  ['option-invalid', 'consent', () => createProfileClient({ consent: wrong('mail') })],
  ['option-invalid', 'deadlineMs', () => createProfileClient({ deadlineMs: 0 })],
  ['option-invalid', 'declaredScopes', () => createProfileClient({ declaredScopes: wrong({}) })],
  ['option-invalid', 'defaultCountry', () => toE164({ phoneNumber: '1' }, { defaultCountry: 'us' })],
  ['option-invalid', 'field', () => respondToConsentAnswer({ answer: 'declined', fields: [], scopes: [] })],
  ['option-invalid', 'locale', () => prompts(wrong(1))],
  ['option-invalid', 'maxRetries', () => createProfileClient({ maxRetries: -1 })],
  ['option-invalid', 'metadata', () => toE164({ phoneNumber: '1' }, { metadata: wrong({ countries: {} }) })],
  [
    'option-invalid',
    'metadata',
    () => toE164({ phoneNumber: '1' }, { metadata: wrong({ country_calling_codes: {} }) }),
  ],
  ['option-invalid', 'onRead', () => createProfileClient({ onRead: wrong(1) })],
  ['option-invalid', 'Options', () => createProfileClient(wrong(null))],
  ['option-invalid', 'Options', () => createProfileClient(wrong('fast'))],
  ['option-invalid', 'prompts', () => createProfileClient({ prompts: { tryLater: wrong('Later.') } })],
  ['option-invalid', 'scopes', () => voiceConsent({ scopes: wrong('x') })],
  ['option-invalid', 'signal', () => read({}, { signal: {} })],
  ['option-invalid', 'signal', () => read({}, { signal: { aborted: false } })],
  ['option-invalid', 'signal', () => read({}, { signal: { addEventListener() {} } })],
  ['option-invalid', 'skillName', () => createProfileClient({ skillName: 'x'.repeat(501) })],
  ['option-invalid', 'token', () => voiceConsent({ fields: ['email'], token: 'x'.repeat(2048) })],
  ['option-invalid', 'token', () => voiceConsent({ fields: ['email'], token: wrong(5) })],
  ['option-invalid', 'handle', () => functionsOf(wrong({ handle: 1 }), [], [wrong('handle')])],
  ['scope-not-declared', 'alexa::profile:email:read', () => consentCard(['email'], { declaredScopes: [] })],
  [
    'scope-not-declared',
    'alexa::profile:email:read',
    () => consentCard(['email'], { declaredScopes: { manifest: {} } }),
  ],
  ['field-unknown', 'required', () => decide({}, wrong(null))],
  ['scope-unknown', 'timeZone', () => consentCard(['timeZone'])],
  ['scope-unknown', 'email', () => consentCard([wrong(1)])],
  ['scope-unknown', 'email', () => consentCard([])],
  ['scope-unknown', 'voice', () => voiceConsent({ fields: ['address'] })],
  ['setup-invalid', 'handle', () => functionsOf({}, [wrong('handle')], [])],
  ['setup-invalid', 'handle', () => functionsOf(wrong(null), [wrong('handle')], [])],
  ['token-missing', 'apiAccessToken', () => read({ apiAccessToken: '' })],
]

it.each(misuses)('%s says what is wrong and what %s must be', async (code, word, misuse) => {
  const error = await Promise.resolve()
    .then(misuse)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
  if (!isProfileError(error, code)) throw error ?? new Error('No error was thrown.')
  expect(error.message).toContain(word)
  expect(error.message).toMatch(/^\S.{20,}[.?]$/s)
})

it('names every undeclared scope of a card', () => {
  const message = (declaredScopes: string[]) => {
    try {
      consentCard(['email', 'name', 'mobileNumber'], { declaredScopes })
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(message(['alexa::profile:name:read', 'alexa::something:new'])).toContain(
    'alexa::profile:email:read and alexa::profile:mobile_number:read',
  )
})
