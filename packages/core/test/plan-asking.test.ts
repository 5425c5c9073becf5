import { expect, it, vi } from 'vitest'
import { planAsking } from '../src/ask/plan-asking.js'
import type { ProfileField } from '../src/index.js'
import { askForConsent } from '../src/testing.js'

const decision = askForConsent(['givenName', 'email'])

function plan(askedByVoice: readonly ProfileField[], options: Partial<Parameters<typeof planAsking>[1]> = {}) {
  return planAsking(decision, {
    ask: undefined,
    askedByVoice,
    consent: 'voice',
    envelope: undefined,
    shouldAsk: undefined,
    ...options,
  })
}

it('asks in the way that the handler chooses', async () => {
  expect(await plan([])).toEqual({ ask: true, consent: 'voice', isLast: false })
  expect(await plan([], { consent: undefined })).toEqual({ ask: true, consent: undefined, isLast: false })
})

it('asks by card one last time after Alexa has asked for one of the fields by voice', async () => {
  expect(await plan(['email'])).toEqual({ ask: true, consent: 'card', isLast: true })
  expect(await plan(['mobileNumber'])).toEqual({ ask: true, consent: 'voice', isLast: false })
})

it('does not count as the last question if it does not ask', async () => {
  expect(await plan(['email'], { ask: false })).toEqual({ ask: false, consent: 'card', isLast: false })
  expect(await plan(['email'], { shouldAsk: () => false })).toEqual({ ask: false, consent: 'card', isLast: false })
})

it('asks if the envelope cannot be read', async () => {
  const envelope = {
    get session(): never {
      throw new Error('secret')
    },
  }
  expect(await plan([], { envelope: envelope as never })).toMatchObject({ ask: true })
})

it('does not call shouldAsk if ask decides, or after the customer has declined', async () => {
  const shouldAsk = vi.fn(() => true)
  const declined = { attributes: { alexaProfile: { consent: 'declined' } } }
  const envelope = { context: { System: { apiEndpoint: '' } }, request: { type: 'LaunchRequest' }, session: declined }
  expect(await plan([], { ask: false, shouldAsk })).toMatchObject({ ask: false })
  expect(await plan([], { ask: true, envelope, shouldAsk })).toMatchObject({ ask: false })
  expect(shouldAsk).not.toHaveBeenCalled()
  expect(await plan([], { shouldAsk })).toMatchObject({ ask: true })
  expect(shouldAsk.mock.calls).toEqual([[decision]])
})
