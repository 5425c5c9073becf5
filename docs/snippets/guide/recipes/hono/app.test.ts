import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { lines } from './log.js'

const emulator = await startEmulator()
vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
vi.stubEnv('SKILL_ID', emulator.skillId)
vi.stubEnv('HOST', '127.0.0.1')
vi.stubEnv('PORT', '0')
let url = ''
beforeAll(async () => {
  const { server } = await import('./server.js')
  if (!server.listening) await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/alexa`
  return () => void server.close()
})
afterAll(async () => {
  await emulator.close()
  vi.unstubAllEnvs()
})

it('responds to Alexa', async () => {
  emulator.customer.grantAll()
  const turn = await emulator.device(url).intent('BookTableIntent')
  expect(turn).toMatchObject({ speech: 'Thank you, Ann, your table is booked.', violations: [] })
})

it('rejects requests without a signature, and bodies that are too large', async () => {
  const post = (body: string) => fetch(url, { method: 'POST', body }).then(({ status }) => status)
  expect(await post('{}')).toBe(400)
  expect(lines.at(-1)).toContain('signature-missing')
  expect(await post('x'.repeat(300 * 1024))).toBe(413)
})
