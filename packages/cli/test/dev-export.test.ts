import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startDev } from './support/run-dev.js'

vi.setConfig({ testTimeout: 120_000 })

const starter = fileURLToPath(new URL('../../../apps/ask-sdk-starter', import.meta.url))

/** The starter as a user has it, in a folder that the test may write to. */
function copyOfStarter(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const isOwn = (path: string) => !['node_modules', 'dist'].includes(basename(path))
  cpSync(starter, folder, { recursive: true, filter: isOwn })
  symlinkSync(join(starter, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

it('saves a conversation where the tests of the starter are: it passes there, and typechecks', async () => {
  const cwd = copyOfStarter()
  const { open, turn, command, notice, end } = await startDev(['--skill', 'dev/skill.ts'], { cwd })
  await open()
  const date = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  await turn('intent', { intent: 'BookTableIntent', slots: { date, time: '19:30', partySize: '4' } })
  const booked = await turn('answer-consent', { answer: 'accept' })
  expect(booked.speech).toContain('Thank you, Ann')
  await command('save-test')
  await notice(/^Saved test\/conversation\.test\.ts$/)
  await end()

  const source = readFileSync(join(cwd, 'test/conversation.test.ts'), 'utf8')
  expect(source).toContain("await import('../dev/skill.js')")
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(cwd, 'node_modules', script), ...args], { cwd, encoding: 'utf8' })
  const tests = run('vitest/vitest.mjs', 'run', 'conversation')
  expect(tests.stdout + tests.stderr).toMatch(/1 passed/)
  const types = run('typescript/bin/tsc')
  expect(types.stdout).toBe('')
})
