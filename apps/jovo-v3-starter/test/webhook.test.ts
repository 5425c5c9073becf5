import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { tableForFour } from './table-talk.js'

/** `npm run build` creates it. */
const bundle = fileURLToPath(new URL('../dist/index.mjs', import.meta.url))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

it('talks to a local Alexa as a web server, and prints nothing', async () => {
  const [emulator, port] = await Promise.all([
    startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) }),
    freePort(),
  ])
  const webhook = spawn(process.execPath, [bundle, '--webhook'], {
    env: { ...process.env, JOVO_PORT: String(port), ALEXA_PROFILE_ENDPOINT: emulator.url },
  })
  const printed: string[] = []
  for (const stream of [webhook.stdout, webhook.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)))
  onTestFinished(async () => {
    webhook.kill('SIGKILL')
    await emulator.close()
  })
  const url = `http://127.0.0.1:${port}/webhook`
  await expect.poll(() => printed.join('')).toBe(`Listening on ${url}\n`)

  const device = emulator.device(url)
  expect((await device.open()).speech).toContain('Welcome to Table Talk')
  expect((await device.intent('BookTableIntent', tableForFour)).consentRequest?.permissions).toHaveLength(2)
  const booked = await device.answerConsent('deny')
  expect(booked.violations).toEqual([])
  expect(booked.speech).toMatch(/^All right\. Your table for 4 people is booked/)
  expect(printed.join('')).toBe(`Listening on ${url}\n`)
})
