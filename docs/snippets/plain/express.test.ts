import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { listen } from '../listen.js'

it('accepts requests from Alexa only', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  process.env.SKILL_ID = emulator.skillId
  const { app } = await import('./express.js')
  const url = `${await listen(app)}/alexa`

  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(400)
  const turn = await emulator.device(url).intent('BookTableIntent')
  expect(turn).toMatchObject({ violations: [], card: { permissions: expect.any(Array) } })
})
