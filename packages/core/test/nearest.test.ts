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
  ])('suggests %s for %s', (word, meant) => {
    expect(nearest(word, options)).toBe(meant)
  })

  it.each(['timeout', 'x', '', 'fetch', '日本'])('suggests nothing for %j', (word) => {
    expect(nearest(word, options)).toBeUndefined()
  })

  it('suggests nothing if two names are equally near', () => {
    expect(nearest('nane', ['name', 'nine'])).toBeUndefined()
    expect(nearest('name', ['customername'])).toBeUndefined()
  })

  it('ignores words that are too long to be typos', () => {
    expect(nearest('a'.repeat(1_000_000), options)).toBeUndefined()
    expect(nearest('a'.repeat(100), ['a'.repeat(98)])).toBe('a'.repeat(98))
    expect(nearest('a'.repeat(101), ['a'.repeat(99)])).toBeUndefined()
  })

  it('allows three wrong letters in ten, and at most four', () => {
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
  it('names the unknown word, the suggestion and all known names', () => {
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
