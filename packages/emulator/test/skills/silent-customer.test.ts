import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, question, response, type SkillEvent } from './public-skill.js'

const riddles = (handler: PublicSkill['handler']): PublicSkill => ({
  handler,
  invocationName: 'riddle time',
  intents: [{ name: 'AnswerIntent', samples: ['it is {answer}'], slots: [{ name: 'answer', type: 'AMAZON.Animal' }] }],
})

const asked = question('What has a trunk and no key?', {
  reprompt: { outputSpeech: { type: 'PlainText', text: 'It is big and grey.' } },
})

it('silence plays the reprompt and ends the session', async () => {
  const reasons: (string | undefined)[] = []
  const handler = ({ request }: SkillEvent) => {
    if (request.type !== 'SessionEndedRequest') return asked
    reasons.push(request.reason)
    return {}
  }
  const { device } = await deviceWith(riddles(handler))
  await device.open()
  expect(await device.silence()).toMatchObject({ speech: 'It is big and grey.', sessionOpen: false, violations: [] })
  expect(reasons).toEqual(['EXCEEDED_MAX_REPROMPTS'])
})

it('a skill cannot say goodbye after silence', async () => {
  const handler = ({ request }: SkillEvent) => (request.type === 'SessionEndedRequest' ? response('Goodbye!') : asked)
  const { device } = await deviceWith(riddles(handler))
  await device.open()
  expect((await device.silence()).violations).toMatchObject([{ rule: 'response-not-expected' }])
})

it('Alexa does not listen after the skill ends the session', async () => {
  const { device } = await deviceWith(riddles(() => response('Come back later.')))
  expect(await device.open()).toMatchObject({ sessionOpen: false })
  await expect(device.silence()).rejects.toMatchObject({ code: 'session-not-open' })
})
