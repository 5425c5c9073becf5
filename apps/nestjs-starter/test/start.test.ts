import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@alexa-profile/emulator'
import { startMailbox } from '@alexa-profile/emulator/mailbox'
import { expect, it, onTestFinished } from 'vitest'
import { tableForFour } from './table-talk.js'

/** `npm run build` creates it. */
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

function start(environment: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, DATABASE_DIRECTORY: 'memory://', ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += String(bytes)))
  return { child, output: () => output, exited: once(child, 'exit') as Promise<[number | null, string | null]> }
}

it("starts, verifies an emulator's signatures, and stops on SIGTERM", {
  timeout: 180_000,
}, async () => {
  const [emulator, mailbox] = await Promise.all([
    startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) }),
    startMailbox(),
  ])
  onTestFinished(async () => void (await Promise.all([emulator.close(), mailbox.close()])))
  // a port that is chosen at the start would only be in the log
  const port = String(20_000 + Math.floor(Math.random() * 20_000))
  const { child, output, exited } = start({
    ALEXA_PROFILE_ENDPOINT: emulator.url,
    SMTP_URL: mailbox.url,
    PORT: port,
  })
  await Promise.race([untilHealthy(`http://127.0.0.1:${port}/health`), exited])
  expect(child.exitCode, output()).toBeNull()

  const device = emulator.device(`http://127.0.0.1:${port}/alexa`)
  await device.intent('BookTableIntent', tableForFour)
  expect(await device.answerConsent('accept')).toMatchObject({ violations: [], sessionOpen: false })
  expect((await mailbox.next()).deliveredTo).toEqual(['ann@example.com'])
  expect((await fetch(`http://127.0.0.1:${port}/alexa`, { method: 'POST' })).status).toBe(400)

  child.kill('SIGTERM')
  const [code, signal] = await exited
  expect([code ?? 0, signal ?? 'SIGTERM'], output()).toEqual([0, 'SIGTERM'])
  expect(output()).not.toMatch(/ann@example\.com|Error/)
})

it('does not start if a variable is missing, and names it', async () => {
  const { output, exited } = start({ NODE_ENV: 'production' })
  expect((await exited)[0]).not.toBe(0)
  expect(output()).toContain('SKILL_ID is not set.')
})

async function untilHealthy(url: string): Promise<void> {
  const isHealthy = () =>
    fetch(url).then(
      (response) => response.ok,
      () => false,
    )
  while (!(await isHealthy())) await new Promise((resolve) => setTimeout(resolve, 100))
}
