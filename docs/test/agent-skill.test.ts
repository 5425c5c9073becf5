import { readdirSync, readFileSync } from 'node:fs'
import { fields, knownScopes, profileFields, spellingsOf } from '@alexa-profile/core'
import { expect, it } from 'vitest'
import { codeOf } from './code-of.js'
import { runFiles } from './run-files.js'

const root = new URL('../../', import.meta.url)
const folder = new URL('packages/cli/skills/alexa-profile/', root)
const read = (file: string, base = folder) => readFileSync(new URL(file, base), 'utf8')
const skill = read('SKILL.md')
const references = readdirSync(new URL('references/', folder)).map((name) => `references/${name}`)
const pages = ['SKILL.md', ...references].map((file) => ({ file, lines: read(file).split('\n') }))

/** Without the marks of regions and without indentation, as a page shows it. */
const plain = (lines: readonly string[]) =>
  lines
    .filter((line) => !/^\s*\/\/ #(?:end)?region/.test(line))
    .map((line) => line.trim())
    .join('\n')
    .trim()

const tested = [...runFiles].filter((file) => file.endsWith('.ts')).map((file) => plain(read(file, root).split('\n')))

it('is at most 6 kB, so that an agent reads all of it', () => {
  expect(Buffer.byteLength(skill)).toBeLessThanOrEqual(6000)
  for (const file of references) expect(Buffer.byteLength(read(file)), file).toBeLessThanOrEqual(7000)
})

it('begins with its name and what it is for, as agents read it', () => {
  expect(skill).toMatch(/^---\nname: alexa-profile\ndescription: .{50,1024}\n---\n/)
})

it('shows code that tests run', () => {
  const code = pages.flatMap(codeOf).filter(({ language, exemption }) => language === 'ts' && exemption === undefined)
  expect(code.length).toBeGreaterThan(15)
  const unknown = code.filter(({ text }) => !tested.some((source) => source.includes(plain(text))))
  expect(unknown.map(({ where }) => where)).toEqual([])
})

it('links to every reference, and each is there', () => {
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

it('names no scope, package or page that does not exist', () => {
  const text = pages.map(({ lines }) => lines.join('\n')).join('\n')
  const scopes = [...knownScopes.map((scope) => spellingsOf(scope).manifest), 'alexa::person_id:read']
  for (const [scope] of text.matchAll(/alexa::?[\w:]+:read\b/g)) expect(scopes).toContain(scope)
  const packages = readdirSync(new URL('packages/', root))
  for (const [, name] of text.matchAll(/@alexa-profile\/([a-z-]+)/g)) expect(packages).toContain(name)
})
