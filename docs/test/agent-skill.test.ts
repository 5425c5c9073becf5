import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fields, knownScopes, profileFields, spellingsOf } from '@alexa-profile/core'
import { expect, it } from 'vitest'
import { runFiles } from './run-files.js'

const root = new URL('../../', import.meta.url)
const folder = new URL('packages/cli/skills/alexa-profile/', root)
const read = (file: string, base = folder) => readFileSync(new URL(file, base), 'utf8')
const skill = read('SKILL.md')
const references = readdirSync(new URL('references/', folder)).map((name) => `references/${name}`)
/** The code that each reference shows, in its order: a file, and a region of it. */
const shown: Readonly<Record<string, readonly (readonly [file: string, region?: string])[]>> = {
  'ask-sdk': [
    ['docs/snippets/agents/skill.ts'],
    ['docs/snippets/ask-sdk/reading.ts', 'greet'],
    ['docs/snippets/guide/who-is-speaking/skill.ts', 'greet'],
    ['packages/ask-sdk/test/readme/events.ts'],
    ['packages/ask-sdk/test/readme/skill.test.ts'],
  ],
  jovo: [
    ['packages/jovo/test/readme/app.ts'],
    ['apps/jovo-starter/src/lambda-server.ts'],
    ['docs/snippets/jovo/by-voice.ts', 'component'],
    ['packages/jovo/test/readme/events.component.ts'],
  ],
  'jovo-v3': [['packages/jovo/test/readme/app-v3.ts'], ['apps/jovo-v3-starter/src/lambda.ts']],
  nestjs: [
    ['packages/nestjs/test/readme/skill.controller.ts'],
    ['packages/nestjs/test/readme/app.module.ts'],
    ['packages/nestjs/test/readme/main.ts'],
    ['packages/nestjs/test/readme/trust-emulator.ts'],
    ['docs/snippets/nestjs/by-voice.controller.ts'],
    ['packages/nestjs/test/readme/events.controller.ts'],
  ],
}

function codeIn(file: string, region: string | undefined): string {
  const lines = read(file, root).trimEnd().split('\n')
  const marks = lines.map((line) => line.trim())
  const [begin, end] =
    region === undefined
      ? [-1, lines.length]
      : [marks.indexOf(`// #region ${region}`), marks.indexOf(`// #endregion ${region}`)]
  expect(end, `the region ${region} of ${file}`).toBeGreaterThan(begin)
  return lines.slice(begin + 1, end).join('\n')
}

it('is at most 6 kB, so that an agent reads all of it', () => {
  expect(Buffer.byteLength(skill)).toBeLessThanOrEqual(6000)
  for (const file of references) expect(Buffer.byteLength(read(file)), file).toBeLessThanOrEqual(7000)
})

it('begins with its name and what it is for, as agents read it', () => {
  expect(skill).toMatch(/^---\nname: alexa-profile\ndescription: .{50,1024}\n---\n/)
})

/** After a change of the code: `vitest run --project docs test/agent-skill -u`. */
it.each(Object.entries(shown))('the reference of %s shows code that tests run', async (name, parts) => {
  const notRun = parts.filter(([file]) => !runFiles.has(file) && !file.endsWith('/main.ts')) // it listens on port 3000
  expect(notRun).toEqual([])
  const code = parts.map(([file, region]) => codeIn(file, region))
  const reference = `references/${name}.md`
  const written = read(reference).replace(/^```ts\n.*?\n```$/gms, () => `\`\`\`ts\n${code.shift()}\n\`\`\``)
  expect(code).toEqual([])
  expect(written).not.toContain('\nundefined\n')
  await expect(written).toMatchFileSnapshot(fileURLToPath(new URL(reference, folder)))
})

it('has only tested references, and no code elsewhere', () => {
  expect(references.toSorted()).toEqual(
    Object.keys(shown)
      .map((name) => `references/${name}.md`)
      .toSorted(),
  )
  expect(skill).not.toContain('```ts')
})

it('links to every reference, and each exists', () => {
  const links = [...skill.matchAll(/\]\((.+?)\)/g)].map(([, href]) => href)
  expect(links.toSorted()).toEqual(references.toSorted())
})

it('lists each field with the scope that opens it', () => {
  const rows = [...skill.matchAll(/^\| (`\w+`.*?) \| (`alexa\S+`|none) \| (yes|no|device) \|$/gm)]
  const listed = rows.flatMap(([, names = '', scope = '', level]) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [name, scope.replaceAll('`', ''), level]),
  )
  const levelOf = (path: object) => ('device' in path ? 'device' : 'speaker' in path ? 'yes' : 'no')
  expect(listed).toEqual(
    profileFields.map((name) => [name, fields[name].scope?.manifest ?? 'none', levelOf(fields[name].path)]),
  )
})

it('names only existing scopes, packages and pages', () => {
  const text = ['SKILL.md', ...references].map((file) => read(file)).join('\n')
  const scopes = [...knownScopes.map((scope) => spellingsOf(scope).manifest), 'alexa::person_id:read']
  for (const [scope] of text.matchAll(/alexa::?[\w:]+:read\b/g)) expect(scopes).toContain(scope)
  const packages = readdirSync(new URL('packages/', root))
  for (const [, name] of text.matchAll(/@alexa-profile\/([a-z-]+)/g)) expect(packages).toContain(name)
})
