import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it, onTestFinished } from 'vitest'
import { openJournal } from '../src/consumers/journal.js'

it("reuses a consumer's results until a package or a check changes", () => {
  const folder = mkdtempSync(`${tmpdir()}/journal-`)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const results = [{ consumer: 'core', column: 'npm', what: 'npm mjs' }]
  openJournal(folder).write('core', results)
  openJournal(folder).write('cli', [])
  expect(openJournal(folder).read('core')).toEqual(results)
  expect(openJournal(folder).read('Nest 12')).toBeUndefined()
})
