import { expect, it } from 'vitest'
import { code, RawCode } from '../src/export/source-code.js'

/** Runs the source, and returns its value. */
const meaning = (source: string): unknown => new Function(`return (${source})`)()

it.each([
  'plain',
  "it's",
  'say "yes"',
  `both ' and "`,
  'a backslash \\ and \\" and \\',
  'two\nlines\r\n\t\u2028\u2029\u0000',
  '$' + '{process.exit(1)} `',
  '</script><!--',
  '\ud800 half a character',
])('writes %j as source with the same value', (text) => {
  expect(meaning(code(text))).toBe(text)
  expect(meaning(code({ [text]: [text, { deep: text }] }))).toEqual({ [text]: [text, { deep: text }] })
})

it('keeps a member called __proto__', () => {
  expect(Object.hasOwn(meaning(code({ ['__proto__']: 1 })) as object, '__proto__')).toBe(true)
})

it('leaves out undefined members, and breaks long lines', () => {
  expect(code({ a: 1, b: undefined, c: [null, true] })).toBe('{ a: 1, c: [null, true] }')
  expect(code({ list: ['x'.repeat(60), 'y'.repeat(60)] }).split('\n')).toHaveLength(6)
  expect(code({ pattern: new RawCode('/a/') })).toBe('{ pattern: /a/ }')
})
