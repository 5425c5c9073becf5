import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it, onTestFinished } from 'vitest'
import { changesOf } from '../src/changelog.js'

it("returns one version's part of a changelog, for its GitHub release", async () => {
  const folder = mkdtempSync(`${tmpdir()}/changelog-`)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const sections = ['# core', '## 0.2.0', '### Minor Changes\n\n- New.', '## 0.1.0', '- First.', '## 0.0.1', '']
  writeFileSync(`${folder}/CHANGELOG.md`, sections.join('\n\n'))
  expect(await changesOf(folder, '0.2.0')).toBe('### Minor Changes\n\n- New.')
  expect(await changesOf(folder, '0.1.0')).toBe('- First.')
  expect(await changesOf(folder, '0.0.1')).toBeUndefined()
  expect(await changesOf(folder, '1.0.0')).toBeUndefined()
})
