import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, question, type SkillEvent } from './public-skill.js'

const questions = ['two times three', 'three times three', 'four times three']
const answers = ['6', '9', '12']

/** @param keeps Whether every response repeats the attributes. */
const quiz = (keeps: boolean): PublicSkill => ({
  handler({ session, request: { intent } }: SkillEvent) {
    const { at = 0, score = 0 } = (session.attributes ?? {}) as { at?: number; score?: number }
    const ask = (next: number, points: number, said = '') => ({
      ...question(`${said}What is ${questions[next]}?`),
      sessionAttributes: { at: next, score: points },
    })
    if (intent === undefined) return ask(0, 0)
    if (intent.name === 'AMAZON.HelpIntent') {
      const help = question('Say a number.')
      return keeps ? { ...help, sessionAttributes: { at, score } } : help
    }
    const points = score + (intent.slots?.number?.value === answers[at] ? 1 : 0)
    return ask(at + 1, points, `${points} of ${at + 1}. `)
  },
  invocationName: 'times table',
  intents: [
    {
      name: 'NumberIntent',
      samples: ['{number}', 'it is {number}'],
      slots: [{ name: 'number', type: 'AMAZON.NUMBER' }],
    },
  ],
})

it('the score is kept in the session attributes', async () => {
  const { device } = await deviceWith(quiz(true))
  await device.open()
  expect((await device.say('six')).speech).toBe('1 of 1. What is three times three?')
  await device.say('help')
  expect((await device.say('it is nine')).speech).toBe('2 of 2. What is four times three?')
})

it('a response without attributes removes them', async () => {
  const { device } = await deviceWith(quiz(false))
  await device.open()
  await device.say('six')
  await device.say('help')
  expect((await device.say('it is nine')).speech).toBe('0 of 1. What is three times three?')
})
