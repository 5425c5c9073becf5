import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSkillManifest, isManifestError, manifestRules } from '../src/index.js'
import { everyUse, soundManifest } from './sound-manifest.js'

it('passes the manifest of the starter', () => {
  const file = new URL('../../../apps/jovo-starter/skill-package/skill.json', import.meta.url)
  const starter: unknown = JSON.parse(readFileSync(file, 'utf8'))
  expect(checkSkillManifest(starter, { fields: ['givenName', 'email', 'mobileNumber'], consent: 'card' })).toEqual([])
})

it('reports the message, path, severity and source of a finding', () => {
  const { permissions: _, ...manifest } = soundManifest.manifest
  expect(checkSkillManifest({ manifest }, { fields: ['email'] })).toEqual([
    {
      rule: 'scope-undeclared',
      severity: 'error',
      message: 'The skill reads email without its permission. Declare { "name": "alexa::profile:email:read" }.',
      path: ['manifest', 'permissions'],
      source: 'https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/738',
    },
  ])
})

it('does not change its arguments', () => {
  const before = structuredClone(soundManifest)
  checkSkillManifest(soundManifest, Object.freeze({ ...everyUse }))
  expect(soundManifest).toEqual(before)
})

describe('throws a ManifestError', () => {
  it.each([
    ['manifest-invalid', undefined, {}],
    ['manifest-invalid', null, {}],
    ['manifest-invalid', [], {}],
    ['manifest-invalid', '{}', {}],
    ['manifest-invalid', {}, {}],
    ['manifest-invalid', { manifest: [] }, {}],
    ['manifest-invalid', { skillManifest: {} }, {}],
    ['manifest-invalid', Object.create(soundManifest), {}],
    ['field-unknown', soundManifest, { fields: ['phone'] }],
    ['field-unknown', soundManifest, { fields: [undefined] }],
    ['field-unknown', soundManifest, { fields: ['email', Object.create(null)] }],
    ['field-unknown', soundManifest, { speakerFields: ['email'] }],
    ['option-invalid', soundManifest, { fields: 'email' }],
    ['option-invalid', soundManifest, { consent: 'telepathy' }],
    ['option-invalid', soundManifest, { events: 'yes' }],
    ['option-invalid', soundManifest, { feilds: ['email'] }],
    ['option-invalid', soundManifest, null],
  ])('%s for %j with %j', (code, manifest, use) => {
    const error = thrownBy(() => checkSkillManifest(manifest, use as never))
    expect(error).toMatchObject({ name: 'ManifestError', code })
    expect(isManifestError(error)).toBe(true)
    expect(isManifestError(error, 'field-unknown')).toBe(code === 'field-unknown')
  })

  it('that isManifestError distinguishes from other errors', () => {
    expect(isManifestError(new Error('x'))).toBe(false)
    expect(isManifestError(undefined)).toBe(false)
  })
})

describe('for any JSON', () => {
  it('throws no error other than a ManifestError', () => {
    const random = seeded(20_261_123)
    // `expect` is slow, so it is called once.
    const unexpected: unknown[] = []
    for (let round = 0; round < 5000; round += 1) {
      const manifest = round % 3 === 0 ? json(random, 5) : distorted(soundManifest, random)
      const error = thrownBy(() => {
        for (const finding of checkSkillManifest(manifest, everyUse)) {
          if (!(finding.rule in manifestRules) || finding.path[0] !== 'manifest') unexpected.push(finding)
        }
      })
      if (error !== undefined && !isManifestError(error, 'manifest-invalid')) unexpected.push(error)
    }
    expect(unexpected).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('accepts %s as the name of a locale', (name) => {
    const text = JSON.stringify({
      manifest: { ...soundManifest.manifest, publishingInformation: { locales: { placeholder: {} } } },
    }).replace('placeholder', name)
    expect(checkSkillManifest(JSON.parse(text))).toMatchObject([{ rule: 'privacy-policy-missing' }])
  })

  it('shows no control characters of a name, and shortens a long name', () => {
    const names = ['\u001b]0;x\u0007', '\u009b31m', '\u202egnp.exe', `alexa::${'x'.repeat(500)}`]
    const manifest = { manifest: { ...soundManifest.manifest, permissions: names.map((name) => ({ name })) } }
    for (const { message } of checkSkillManifest(manifest)) {
      expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(message.length).toBeLessThan(300)
    }
  })
})

function thrownBy(action: () => void): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  return undefined
}

/** Mulberry32: random, but the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}

const keys = [
  'manifest',
  'permissions',
  'name',
  'events',
  'apis',
  'custom',
  'regions',
  'endpoint',
  'uri',
  '__proto__',
  '',
]
const leaves: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  '',
  'alexa::profile:email:read',
  'https://',
  'SKILL_ENABLED',
  '\ud800',
  [],
  {},
  { toString: 1, valueOf: 1 },
]

function json(random: () => number, depth: number): unknown {
  if (depth === 0 || random() < 0.2) return structuredClone(pick(random, leaves))
  const members = Array.from({ length: Math.floor(random() * 4) }, () => json(random, depth - 1))
  return random() < 0.3 ? members : Object.fromEntries(members.map((member) => [pick(random, keys), member]))
}

/** A copy in which each value may be replaced by random JSON. */
function distorted(value: unknown, random: () => number): unknown {
  if (random() < 0.04) return json(random, 2)
  if (Array.isArray(value)) return value.map((member) => distorted(member, random))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, distorted(member, random)]))
}
