import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { listen } from '../listen.js'

it('accepts requests from Alexa only, on a plain Node server', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  process.env.SKILL_ID = emulator.skillId
  const { server } = await import('./node-http.js')
  const url = `${await listen(server)}/alexa`

  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(400)
  expect((await emulator.device(url).intent('BookTableIntent')).violations).toEqual([])
})
