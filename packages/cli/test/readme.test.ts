import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { manifestRules } from '../src/index.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const readme = read('../README.md')

it('shows the test in test/readme', () => {
  const shown = /```ts\n(.*?)```/s.exec(readme)?.[1]
  expect(shown).toBe(read('./readme/manifest.test.ts').replace('../../../../apps/jovo-starter/', '../'))
})

it('documents every rule with its severity, reason and source', () => {
  const table = /### Rules\n.*?\n\n(\|.*?\n)\n/s.exec(`${readme}\n`)?.[1] ?? ''
  const rows = table.trimEnd().replace(/ +/g, ' ').split('\n').slice(2)
  const expected = Object.entries(manifestRules).map(([rule, { severity, why, source }]) => {
    return `| \`${rule}\` | ${severity} | ${why} | [${sourceName(source)}](${source}) |`
  })
  expect(rows).toEqual(expected)
})

/** The name of Amazon's page, or the repository with the number of the issue. */
function sourceName(source: string): string {
  const { hostname, pathname } = new URL(source)
  const [owner, repository, kind, number] = pathname.slice(1).split('/')
  if (hostname !== 'github.com') return pathname.replace(/.*\/|\.html$/g, '')
  return kind === 'issues' ? `${owner}/${repository}#${number}` : `${owner}/${repository}`
}
