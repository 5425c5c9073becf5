import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startDev } from './support/run-dev.js'

vi.setConfig({ testTimeout: 240_000 })

/** The starter as users have it, in a folder that the test may write to. */
function copyOf(name: string): string {
  const starter = fileURLToPath(new URL(`../../../apps/${name}`, import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const isOwn = (path: string) => !['node_modules', 'dist'].includes(basename(path))
  cpSync(starter, folder, { recursive: true, filter: isOwn })
  symlinkSync(join(starter, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** The built server of the Nest starter, which `npm run dev` starts. */
async function startNestDev(cwd: string) {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  holder.close()
  const url = `http://127.0.0.1:${port}/alexa`
  const dev = await startDev(['--skill', url, '--test-skill', 'test/skill.ts'], { cwd })
  const { endpoint, mailbox } = dev.ready
  const env = { ...process.env, PORT: String(port), ALEXA_PROFILE_ENDPOINT: endpoint, SMTP_URL: mailbox }
  const main = fileURLToPath(new URL('../../../apps/nestjs-starter/dist/main.js', import.meta.url))
  const skill = spawn(process.execPath, [main], { cwd, env, stdio: 'ignore' })
  onTestFinished(() => void skill.kill())
  const isUp = () => fetch(url).then(Boolean, () => false)
  await expect.poll(isUp, { timeout: 120_000, interval: 100 }).toBe(true)
  return {
    ...dev,
    async end() {
      skill.kill()
      return dev.end()
    },
  }
}

it.each(['ask-sdk-starter', 'jovo-starter', 'jovo-v3-starter', 'nestjs-starter'])(
  'saves a conversation as a test beside the tests of %s, where it passes and typechecks',
  async (name) => {
    const cwd = copyOf(name)
    const started = name === 'nestjs-starter' ? startNestDev(cwd) : startDev(['--skill', 'dev/skill.ts'], { cwd })
    const { open, turn, command, notice, end } = await started
    await open()
    await command('set-data', { values: { name: 'half of a pair: \ud83d' } })
    await turn('say', { words: 'please book a table for four tomorrow at half past seven in the evening' })
    const booked = await turn('say', { words: 'yes' })
    expect(booked.speech).toContain('Thank you, Ann')
    await turn('say', { words: 'could you maybe text me the confirmation somehow' })
    await command('save-test')
    const saved = await notice(/^Saved test\/conversation(-\d+)?\.test\.ts$/)
    const file = saved.notice.title.replace('Saved ', '')
    await end()

    const source = readFileSync(join(cwd, file), 'utf8')
    expect(source).toContain(`await import('${name === 'nestjs-starter' ? './skill.js' : '../dev/skill.js'}')`)
    expect(source).toContain("say('please book a table for four tomorrow at half past seven in the evening')")
    expect(source).toContain("intent('TextConfirmationIntent')")
    expect(source).toContain(String.raw`name: 'half of a pair: \ud83d'`)
    expect(source).toContain("skillPackage: new URL('../skill-package/skill.json', import.meta.url)")
    const run = (script: string, ...args: string[]) =>
      spawnSync(process.execPath, [join(cwd, 'node_modules', script), ...args], { cwd, encoding: 'utf8' })
    const tests = run('vitest/vitest.mjs', 'run', '--testTimeout=60000', '--hookTimeout=60000', file)
    expect(tests.stdout + tests.stderr).toMatch(/1 passed/)
    const types = run('typescript/bin/tsc')
    expect(types.stdout).toBe('')
  },
)
