import { expect, it, onTestFinished } from 'vitest'
import { createProfileClient, createRequirement, respondTo, respondToConsentAnswer } from '../src/index.js'
import { askForConsent } from '../src/testing.js'
import { envelopeFor } from './support/envelope.js'

/** Pollutes Object.prototype, as a library with a faulty merge function does when it merges a request's JSON. */
function pollute(names: object): void {
  Object.assign(Object.prototype, names)
  onTestFinished(() => {
    for (const name of Object.keys(names)) Reflect.deleteProperty(Object.prototype, name)
  })
}

const words = { purpose: 'rob you', reprompt: 'Robbed?', skillName: 'Robber', locale: 'de-DE', ask: false }

it('sets no option of a response', () => {
  const client = createProfileClient({ skillName: 'Table Talk' })
  onTestFinished(() => client.close())
  const before = () => [
    respondTo(askForConsent(['email'])),
    respondTo(askForConsent(['email']), {}),
    client.respondTo(askForConsent(['email']), {}),
    respondToConsentAnswer({ answer: 'declined', fields: ['email'], scopes: [] }),
    client.respondToConsentAnswer({ answer: 'declined', fields: ['email'], scopes: [] }, {}),
    client.consentCard(['email']),
    client.voiceConsent({ fields: ['email'] }),
  ]
  const expected = JSON.stringify(before())
  pollute({ ...words, consent: 'voice', declaredScopes: ['alexa::profile:name:read'], level: 'speaker', token: 'x' })

  expect(JSON.stringify(before())).toBe(expected)
})

it('sets no option of a requirement', () => {
  const { name } = createRequirement({ required: ['email'] })
  pollute({ level: 'speaker', required: ['name'], optional: ['name'], shouldAsk: () => false, deadlineMs: 1 })

  expect(createRequirement({ required: ['email'] }).name).toBe(name)
  expect(createRequirement({}).name).toBe('customer:')
})

it('sets no option of a read', async () => {
  const client = createProfileClient({ allowedEndpoints: ['http://127.0.0.1:9'], maxRetries: 0 })
  onTestFinished(() => client.close())
  pollute({ timeLeftMs: () => 1, deadlineMs: -1, required: ['name'] })

  const reader = client.forRequest(envelopeFor('http://127.0.0.1:9'))
  const { email } = await reader.read(['email'])
  const decision = await reader.require({ optional: ['email'] })

  expect(email).toMatchObject({ status: 'failed', failure: 'network' })
  expect(decision).toMatchObject({ action: 'proceed', missing: [{ field: 'email' }] })
})
