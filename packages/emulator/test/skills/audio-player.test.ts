import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

const play = (url: string, more: object = {}) => ({
  type: 'AudioPlayer.Play',
  playBehavior: 'REPLACE_ALL',
  audioItem: { stream: { url, token: 'episode-1', offsetInMilliseconds: 0 } },
  ...more,
})

const handler = ({ request: { type, intent } }: SkillEvent) => {
  if (type === 'SessionEndedRequest') return {}
  if (intent?.name === 'AMAZON.PauseIntent')
    return response('', { outputSpeech: undefined, directives: [{ type: 'AudioPlayer.Stop' }] })
  return response('Here is the news.', { directives: [play('https://example.com/news.mp3')] })
}

const news: PublicSkill = {
  handler,
  invocationName: 'short news',
  intents: [
    { name: 'NewsIntent', samples: ['play the news'] },
    { name: 'AMAZON.PauseIntent', samples: [] },
    { name: 'AMAZON.ResumeIntent', samples: [] },
  ],
  interfaces: ['AUDIO_PLAYER'],
}

it('a skill plays a stream and stops it', async () => {
  const { device } = await deviceWith(news)
  expect(await device.say('ask short news to play the news')).toMatchObject({
    speech: 'Here is the news.',
    directives: [{ type: 'AudioPlayer.Play', audioItem: { stream: { token: 'episode-1' } } }],
    sessionOpen: false,
  })
  expect(await device.say('pause')).toMatchObject({ directives: [{ type: 'AudioPlayer.Stop' }], violations: [] })
})

it.each([
  ['without HTTPS', play('http://example.com/news.mp3')],
  ['without a stream', { type: 'AudioPlayer.Play', playBehavior: 'REPLACE_ALL' }],
  ['that is enqueued without a previous token', play('https://example.com/news.mp3', { playBehavior: 'ENQUEUE' })],
])('a stream %s makes Alexa reject the response', async (_, directive) => {
  const { device } = await deviceWith({ ...news, handler: () => response('Here.', { directives: [directive] }) })
  const turn = await device.open()
  expect(turn.violations).toMatchObject([{ rule: 'directive-member' }])
  expect(turn.directives).toEqual([])
})
