import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'
import { linked, sent } from './customers.js'

it('tells customers with a linked account once', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('./skill.js')
  const device = emulator.device(handler)

  expect((await device.open()).speech).toBe('Which recipe would you like?')
  linked.add(emulator.customer.userId)
  expect((await device.open()).speech).toMatch(/^There is something new: Recipe Box no longer needs your account/)
  expect((await device.open()).speech).toBe('Which recipe would you like?')

  const asked = await device.intent('MailRecipeIntent')
  expect(asked.speech).toMatch(/^To mail you the recipe, Recipe Box needs your permission to use your email address\./)
  emulator.customer.cards.at(-1)?.grant()
  expect((await device.intent('MailRecipeIntent')).speech).toBe('The recipe is in your mail.')
  expect(sent).toEqual(['ann@example.com'])

  await emulator.close()
})
