import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response } from './public-skill.js'

const greetings: Readonly<Record<string, string>> = { 'en-GB': 'Hello!', 'de-DE': 'Hallo!', 'ja-JP': 'こんにちは。' }

const hello: PublicSkill = {
  handler: ({ request }: { request: { locale: string } }) => response(greetings[request.locale] ?? 'undefined'),
  invocationName: 'hello world',
  intents: [{ name: 'HelloIntent', samples: ['hello', 'hallo', 'こんにちは'] }],
  locales: ['en-GB', 'de-DE', 'ja-JP'],
}

it.each(Object.entries(greetings))('in %s, the skill says %s', async (locale, speech) => {
  const { device } = await deviceWith(hello, { device: { locale } })
  expect(await device.open()).toMatchObject({ speech })
  expect((await device.say(speech)).understood).toMatchObject({ intent: 'HelloIntent', stage: 'exact' })
})

it('Alexa does not find the skill in another locale, and a device without a locale has the first', async () => {
  const { device, emulator } = await deviceWith(hello)
  expect(device.locale).toBe('en-GB')
  const american = emulator.device(hello.handler, { locale: 'en-US' })
  await expect(american.open()).rejects.toMatchObject({ code: 'locale-unsupported' })
  await expect(american.say('hello')).rejects.toMatchObject({ code: 'locale-unsupported' })
})
