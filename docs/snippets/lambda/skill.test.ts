import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished, vi } from 'vitest'

it('responds as a Lambda function before the timeout', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
  vi.stubEnv('AWS_LAMBDA_INITIALIZATION_TYPE', 'on-demand')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { handler } = await import('./skill.js')
  expect(handler.length).toBeLessThan(3)

  emulator.customer.grantAll()
  const device = emulator.device(handler)
  expect((await device.intent('BookTableIntent')).speech).toBe('Thank you, Ann, your table is booked.')

  emulator.situation('silent')
  const hurried = emulator.device((event: never) =>
    handler(event, { getRemainingTimeInMillis: () => 1200 } as Parameters<typeof handler>[1]),
  )
  const turn = await hurried.intent('BookTableIntent')
  expect(turn.speech).toContain('try again')
  expect(turn.durationMs).toBeLessThan(2500) // without the remaining time, the read takes 3 s
})
