import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished, vi } from 'vitest'
import { mails } from './shop.js'
import { handler } from './skill.js'

it('links the account first, then asks for the address, then does both', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
  onTestFinished(() => void vi.unstubAllEnvs())
  const device = emulator.device(handler)

  // #region test
  const first = await device.intent('TrackOrderIntent')
  expect(first.card).toEqual({ type: 'LinkAccount' })

  emulator.customer.linkAccount('token-of-ann')
  const second = await device.intent('TrackOrderIntent')
  expect(second.card?.permissions).toEqual(['alexa::profile:email:read'])

  emulator.customer.cards.at(-1)?.grant()
  const third = await device.intent('TrackOrderIntent')
  expect(third.speech).toBe('The link for your tulips is in your mail.')
  // #endregion test
  expect([first, second, third].flatMap(({ violations }) => violations)).toEqual([])
  expect(mails).toEqual(['ann@example.com: Follow your tulips here.'])
})
