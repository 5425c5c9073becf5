import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startDev } from './support/run-dev.js'

vi.setConfig({ testTimeout: 120_000 })

/** The starter as a user has it, in a folder that the test may write to. */
function copyOf(name: string): string {
  const starter = fileURLToPath(new URL(`../../../apps/${name}`, import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const isOwn = (path: string) => !['node_modules', 'dist'].includes(basename(path))
  cpSync(starter, folder, { recursive: true, filter: isOwn })
  symlinkSync(join(starter, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

it.each(['ask-sdk-starter', 'jovo-starter', 'jovo-v3-starter'])(
  'saves a conversation where the tests of %s are: it passes there, and typechecks',
  async (name) => {
    const cwd = copyOf(name)
    const { open, turn, command, notice, end } = await startDev(['--skill', 'dev/skill.ts'], { cwd })
    await open()
    await turn('say', { words: 'please book a table for four tomorrow at half past seven in the evening' })
    const booked = await turn('say', { words: 'yes' })
    expect(booked.speech).toContain('Thank you, Ann')
    await turn('say', { words: 'could you maybe text me the confirmation somehow' })
    await command('save-test')
    const saved = await notice(/^Saved test\/conversation(-\d+)?\.test\.ts$/)
    const file = saved.notice.title.replace('Saved ', '')
    await end()

    const source = readFileSync(join(cwd, file), 'utf8')
    expect(source).toContain("await import('../dev/skill.js')")
    expect(source).toContain("say('please book a table for four tomorrow at half past seven in the evening')")
    expect(source).toContain("intent('TextConfirmationIntent')")
    expect(source).toContain("skillPackage: new URL('../skill-package/skill.json', import.meta.url)")
    const run = (script: string, ...args: string[]) =>
      spawnSync(process.execPath, [join(cwd, 'node_modules', script), ...args], { cwd, encoding: 'utf8' })
    const tests = run('vitest/vitest.mjs', 'run', file)
    expect(tests.stdout + tests.stderr).toMatch(/1 passed/)
    const types = run('typescript/bin/tsc')
    expect(types.stdout).toBe('')
  },
)
