import assert from 'node:assert'
import fc from 'fast-check'
import { fuzz } from '../../core/test/support/fuzz.js'
import { mutated, secret } from '../../core/test/support/hostile.js'
import { CannotRun } from '../src/cannot-run.js'
import { checkSkillManifest, isManifestError, manifestRules } from '../src/index.js'
import { parseJson } from '../src/parse-json.js'
import { everyUse, soundManifest } from './sound-manifest.js'

const json = fc.jsonValue({ stringUnit: 'binary' })

function assertFindings(manifest: unknown): void {
  try {
    for (const { rule, severity, message, path } of checkSkillManifest(manifest, everyUse)) {
      assert(Object.hasOwn(manifestRules, rule) && severity === manifestRules[rule]?.severity)
      assert(path[0] === 'manifest' && message.length > 10 && !message.includes('[object'))
    }
  } catch (error) {
    if (!isManifestError(error)) throw error
    assert(error.code === 'manifest-invalid' && !error.message.includes(secret))
  }
}

fuzz('any JSON is checked as a manifest, or rejected as invalid', fc.property(json, assertFindings))
fuzz(
  'a manifest with changed parts is checked, or rejected as invalid',
  fc.property(
    mutated(soundManifest, fc.oneof(json, fc.string(), fc.constantFrom('__proto__', [], {}, null))),
    assertFindings,
  ),
  1500,
)
fuzz(
  'an object that is not JSON is checked, or rejected as invalid',
  fc.property(
    mutated(soundManifest, fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true })),
    assertFindings,
  ),
)

const texts = fc.oneof(
  { weight: 5, arbitrary: fc.json() },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constant(JSON.stringify(soundManifest, undefined, 2)), fc.nat(), fc.string({ maxLength: 3 }))
      .map(([text, at, more]) => {
        const position = at % text.length
        return text.slice(0, position) + more + text.slice(position + 1)
      }),
  },
  { weight: 5, arbitrary: fc.string({ unit: 'binary' }) },
  // Rare, because a deep text takes a hundred times as long as the others.
  { weight: 1, arbitrary: fc.nat(10_000).map((depth) => '{"a":['.repeat(depth)) },
)
const paths = fc.array(
  fc.oneof(fc.constantFrom('manifest', 'permissions', 'name', 'apis', '__proto__'), fc.nat(3), fc.string()),
)

fuzz(
  'any text is parsed as by JSON.parse, or rejected with the position, and every path has a position',
  fc.property(texts, paths, (text, path) => {
    try {
      const parsed = parseJson(text, 'skill.json')
      assert.deepStrictEqual(JSON.parse(JSON.stringify(parsed.value)), JSON.parse(text))
      const { line, column } = parsed.locate(path)
      const lines = text.split(/\r\n|\r|\n/)
      assert(line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1)
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error
      assert.match(error.message, /^skill\.json(:\d+:\d+ This is not valid JSON: | is nested too deeply)/)
    }
  }),
  300,
)
