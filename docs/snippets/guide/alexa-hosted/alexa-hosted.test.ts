import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { runCli } from '@alexa-profile/cli/cli'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const shownTest = fileURLToPath(new URL('./skill.test.js', import.meta.url))
const { scripts } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

/** The project as ask-cli clones it, with its packages installed. */
function cloneOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-hosted-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(here, folder, { recursive: true })
  symlinkSync(fileURLToPath(new URL('../../../node_modules', import.meta.url)), join(folder, 'node_modules'))
  writeFileSync(join(folder, '.gitignore'), 'node_modules\nlambda/node_modules\n.ask/\nask-resources.json')
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
  git('init')
  git('add', '.')
  git('-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', 'commit', '-m', 'The skill')
  return folder
}

async function migrate(folder: string, ...args: string[]) {
  const stdout = new PassThrough()
  const host = { stdout, stderr: stdout, env: {}, cwd: () => folder, on: () => {}, off: () => {} }
  return { exitCode: await runCli(['migrate', 'lambda', ...args], host), output: String(stdout.read()) }
}

/** Asks for the newsletter before and after the customer has agreed. */
async function speechOnNode24(folder: string) {
  const emulator = await startEmulator({ skillPackage: join(folder, 'skill-package'), runtime: 'nodejs24.x' })
  onTestFinished(() => emulator.close())
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const require = createRequire(join(folder, 'lambda/'))
  delete require.cache[require.resolve('./index.js')]
  const device = emulator.device(require('./index.js').handler)
  const asked = await device.say('send me the newsletter')
  emulator.customer.cards.at(-1)?.grant()
  return [asked.speech, (await device.say('send me the newsletter')).speech]
}

it('runs on the emulator as it is', () => {
  const [command, ...args] = scripts.test.split(' ')
  expect(command).toBe('node')
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { status, stdout } = spawnSync(process.execPath, [...args, shownTest], { cwd: here, env, encoding: 'utf8' })
  expect(stdout).toContain('pass 2')
  expect(status).toBe(0)
})

it('runs on Node 24 after the two edits of migrate, and not before', async () => {
  const folder = cloneOfProject()
  const source = () => readFileSync(join(folder, 'lambda/index.js'), 'utf8')
  const before = source()
  await expect(speechOnNode24(folder)).rejects.toThrow('so it takes a callback')

  const { exitCode, output } = await migrate(folder, '--write')
  expect(output).toMatch(/lambda\/index\.js:\d+:27 {2}email/)
  expect(output).toContain('1 read, 2 edits at the skill builder, made')
  expect(output).toContain('npm install --prefix lambda @alexa-profile/ask-sdk')
  expect(output).toContain('This is an Alexa-hosted skill')
  expect(exitCode).toBe(1)
  expect(source()).toBe(
    before
      .replace("require('ask-sdk-core')", "$&\nconst { ProfileApiClient } = require('@alexa-profile/ask-sdk')")
      .replace('new Alexa.DefaultApiClient()', 'new ProfileApiClient()')
      .replace('exports.handler = Alexa', 'const skill = Alexa')
      .replace('.lambda()', '.create()\n\nexports.handler = async (event, context) => skill.invoke(event, context)'),
  )
  expect(await speechOnNode24(folder)).toEqual([
    'Garden Club needs your email address. Please allow it in the Alexa app.',
    'The newsletter is on its way to you.',
  ])
})
