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
    expect(nearest('name', ['customername'])).toBeUndefined()
  })

  it('does not compare words that are too long to be typos', () => {
    expect(nearest('a'.repeat(1_000_000), options)).toBeUndefined()
    expect(nearest('a'.repeat(100), ['a'.repeat(98)])).toBe('a'.repeat(98))
    expect(nearest('a'.repeat(101), ['a'.repeat(99)])).toBeUndefined()
  })

  it('allows three wrong letters of ten, and four at most', () => {
    expect(nearest('abcdefghij', ['abcdefgxyz', 'x'])).toBe('abcdefgxyz')
    expect(nearest('abcdefghij', ['abcdefwxyz', 'x'])).toBeUndefined()
    expect(nearest('abcdefghijklmnopqrst', ['abcdefghijklmnopwxyz', 'x'])).toBe('abcdefghijklmnopwxyz')
    expect(nearest('abcdefghijklmnopqrst', ['abcdefghijklmnovwxyz', 'x'])).toBeUndefined()
    expect([nearest('ab', ['ac', 'xyz']), nearest('a', ['a', 'xyz']), nearest('ab', [])]).toEqual([
      'ac',
      undefined,
      undefined,
    ])
  })
})

describe('unknownName', () => {
  it('says what is wrong, what was meant and what there is', () => {
    expect(unknownName('option', 'skilName', ['skillName', 'ca'])).toBe(
      'Unknown option "skilName". Did you mean "skillName"? Known options: skillName, ca.',
    )
  })

  it('shortens a long word', () => {
    const named = (word: string) => unknownName('option', word, ['ca'], 'Help.')
    expect(named('x'.repeat(5000))).toBe(`Unknown option "${'x'.repeat(100)}…". Help.`)
    expect(named('x'.repeat(100))).toBe(`Unknown option "${'x'.repeat(100)}". Help.`)
  })
})
