import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { manifestRules } from '../src/index.js'

const guide = readFileSync(new URL('../../../docs/guide/manifest.md', import.meta.url), 'utf8')

it('documents every rule with its severity, reason and source', () => {
  const table = /## Rules\n.*?\n\n(\|.*?\n)\n/s.exec(guide)?.[1] ?? ''
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
