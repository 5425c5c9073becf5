import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { lines } from './log.js'

it('ends in time, and reports the read', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { statusOfEmail } = await import('./limits.js')
  emulator.situation('silent')

  const began = performance.now()
  expect(await statusOfEmail(emulator.envelope(), { getRemainingTimeInMillis: () => 8000 })).toBe('failed')
  expect(performance.now() - began).toBeLessThan(2500)
  expect(lines).toEqual([expect.objectContaining({ field: 'email', status: 'failed' })])
})
