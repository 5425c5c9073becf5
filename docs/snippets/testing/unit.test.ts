import type { ProfileDecision } from '@alexa-profile/core'
import { askForConsent, type ProfileMatchers, proceed, profileMatchers, tryLater } from '@alexa-profile/core/testing'
import { expect, it } from 'vitest'

declare module 'vitest' {
  interface Matchers<T> extends ProfileMatchers<T> {}
}
expect.extend(profileMatchers)

function greeting(decision: ProfileDecision<'givenName'>): string {
  return decision.action === 'proceed' ? `Hello, ${decision.profile.givenName}.` : 'Hello.'
}

it('greets by name if the name is available', () => {
  const decision = proceed({ givenName: 'Ann' })
  expect(decision).toProceedWith({ givenName: 'Ann' })
  expect(greeting(decision)).toBe('Hello, Ann.')
})

it.each([askForConsent(['givenName']), tryLater(['givenName'])])(
  'greets without a name for every other decision',
  (decision) => {
    expect(greeting(decision)).toBe('Hello.')
  },
)
