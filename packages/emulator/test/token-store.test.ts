import { expect, it } from 'vitest'
import { createTokenStore } from '../src/api/token-store.js'

it('drops the oldest tokens beyond the maximum', () => {
  const store = createTokenStore<string, never>({ maximum: 2 })
  const states = () => tokens.map((token) => store.check(`Bearer ${token}`).state)
  const issue = (customer: string) => store.issue({ customer, envelopeRequestId: customer })
  const tokens = [issue('a'), issue('b')]
  expect(states()).toEqual(['valid', 'valid'])
  tokens.push(issue('c'))
  expect(states()).toEqual(['unknown', 'valid', 'valid'])
})

it('returns the owner of an expired token', () => {
  let now = 0
  const store = createTokenStore<string, never>({ now: () => now })
  const token = store.issue({ customer: 'a', envelopeRequestId: '1' })
  now = 299_999
  expect(store.check(`bearer ${token}`)).toMatchObject({ state: 'valid', owner: { customer: 'a' } })
  now = 300_000
  expect(store.check(`Bearer ${token}`)).toMatchObject({ state: 'expired', owner: { customer: 'a' } })
})
