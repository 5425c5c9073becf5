import { describe, expect, it } from 'vitest'
import { parseJson } from '../src/parse-json.js'

describe('locate', () => {
  const text = '{\r\n  "manifest": {\r\n    "permissions": [\r\n      { "name": "x" }\r\n    ]\r\n  }\r\n}'
  it.each([
    [['manifest', 'permissions', 0, 'name'], 4, 17],
    [['manifest', 'permissions', 0, 'missing'], 4, 7],
    [['manifest', 'permissions', 7], 3, 20],
    [['manifest', 'permissions', 'length'], 3, 20],
    [['manifest', 'apis', 'custom'], 2, 15],
    [[], 1, 1],
  ])('finds %j at %i:%i', (path, line, column) => {
    expect(parseJson(text, 'skill.json').locate(path)).toEqual({ line, column })
  })

  it('finds the last of two equal names, as JSON.parse does', () => {
    const { value, locate } = parseJson('{"a":1,\n"a":2}', 'skill.json')
    expect({ value, at: locate(['a']) }).toEqual({ value: { a: 2 }, at: { line: 2, column: 5 } })
  })

  it.each(['\n', '\r\n', '\r'])('counts lines that end with %j', (end) => {
    expect(parseJson(`[${end}${end} 1]`, 'skill.json').locate([0])).toEqual({ line: 3, column: 2 })
  })
})

describe('rejects invalid JSON with the position and without the content', () => {
  it.each([
    ['{"secret":1,}', '1:13', 'there is an extra comma'],
    ['{\n  "secret" 1\n}', '2:12', 'a colon is expected'],
    ['{"secret":1', '1:12', 'a comma or } is expected'],
    ['["secret"', '1:10', 'a comma or ] is expected'],
    ['[1 2]', '1:4', 'a comma is expected'],
    ['{} secret', '1:4', 'neither a name nor a value'],
    ['{}{}', '1:3', 'the file must end here'],
    ['// secret\n{}', '1:1', 'JSON does not allow comments'],
    ['{"secret": "\\x"}', '1:12', 'unknown escape sequence'],
    ['{"secret": "a\tb"}', '1:12', 'must be escaped'],
    ['{"secret": "', '1:12', 'closing quote is missing'],
    ['{"secret": 01}', '1:13', ''],
    ['secret', '1:1', 'neither a name nor a value'],
  ])('%j', (text, place, reason) => {
    let message = ''
    try {
      parseJson(text, 'skill.json')
    } catch (error) {
      message = String(error)
    }
    expect(message).toContain(`skill.json:${place} This is not valid JSON`)
    expect(message).toContain(reason)
    expect(message).not.toContain('secret')
  })

  it('accepts the same texts as JSON.parse, with the same values', () => {
    const sound = '{"a":[1,-0.5e+3,"\\u00e9\\n",true,null,{"b":{}}], "c" : "d"}'
    const characters = [
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '0',
      '-',
      '.',
      'e',
      'u',
      ' ',
      '\t',
      '\n',
      '/',
      '\u00a0',
      '',
    ]
    for (let index = 0; index < sound.length; index += 1) {
      for (const character of characters) {
        for (const text of [
          sound.slice(0, index) + character + sound.slice(index + 1),
          sound.slice(0, index) + character + sound.slice(index),
        ]) {
          expect(
            outcome(() => parseJson(text, 'skill.json').value),
            text,
          ).toEqual(outcome(() => JSON.parse(text)))
        }
      }
    }
  })
})

function outcome(parse: () => unknown): unknown {
  try {
    return JSON.stringify(parse())
  } catch {
    return 'refused'
  }
}
