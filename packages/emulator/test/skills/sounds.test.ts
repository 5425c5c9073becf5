import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response } from './public-skill.js'

const sound = '<audio src="soundbank://soundlibrary/animals/amzn_sfx_dog_med_bark_1x_01"/>'

const barking = (ssml: string): PublicSkill => ({
  handler: () => response('', { outputSpeech: { type: 'SSML', ssml: `<speak>${ssml}</speak>` } }),
  invocationName: 'barking dog',
  intents: [],
})

it('the customer hears text, sounds and pauses', async () => {
  const { device } = await deviceWith(barking(`Listen: ${sound.repeat(5)} <break time="2s"/> Good dog &amp; friend.`))
  expect(await device.open()).toMatchObject({ speech: 'Listen: Good dog & friend.', violations: [] })
})

it.each([
  ['six sounds', sound.repeat(6)],
  ['a pause of eleven seconds', '<break time="11s"/>'],
  ['an ampersand that is not escaped', 'Cats & dogs'],
  ['an element that is not closed', '<emphasis>Woof'],
])('%s make Alexa reject the response', async (_, ssml) => {
  const { device } = await deviceWith(barking(ssml))
  expect((await device.open()).violations).toHaveLength(1)
})
