import { describe, expect, it } from 'vitest'
import { nearest, unknownName } from '../src/base/nearest.js'

const options = ['agent', 'allowedEndpoints', 'ca', 'consent', 'deadlineMs', 'maxRetries', 'skillName']

describe('nearest', () => {
  it.each([
    ['skilName', 'skillName'],
    ['skillname', 'skillName'],
    ['skill_name', 'skillName'],
    ['allowedEndpoint', 'allowedEndpoints'],
    ['deadlneMs', 'deadlineMs'],
    ['maxRetires', 'maxRetries'],
    ['consnet', 'consent'],
    ['retries', 'maxRetries'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearest(word, options)).toBe(meant)
  })

  it.each(['timeout', 'x', '', 'fetch', '日本'])('guesses nothing for %j', (word) => {
    expect(nearest(word, options)).toBeUndefined()
  })

  it('guesses nothing between two that are equally near', () => {
    expect(nearest('nane', ['name', 'nine'])).toBeUndefined()
  })

  it('does not compare words that are too long to be typos', () => {
    expect(nearest('a'.repeat(1_000_000), options)).toBeUndefined()
  })
})

describe('unknownName', () => {
  it('says what is wrong, what was meant and what there is', () => {
    expect(unknownName('option', 'skilName', ['skillName', 'ca'])).toBe(
      'Unknown option "skilName". Did you mean "skillName"? Known options: skillName, ca.',
    )
  })

  it('shortens a long word', () => {
    expect(unknownName('option', 'x'.repeat(5000), ['ca']).length).toBeLessThan(200)
  })
})
