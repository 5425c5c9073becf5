import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, question, response, type SkillEvent } from './public-skill.js'

const task = { name: 'amzn1.ask.skill.countdown.CountDown', version: '1', input: { from: 3 } }

const counting = (completed: object): PublicSkill => ({
  handler({ request }: SkillEvent) {
    if (request.task?.name !== task.name) return question('Count down from which number?')
    const from = Number(request.task.input?.from)
    const numbers = Array.from({ length: from }, (_, index) => from - index)
    return response(`${numbers.join(', ')}.`, { directives: [completed] })
  },
  invocationName: 'count down',
  intents: [{ name: 'CountIntent', samples: ['from {number}'], slots: [{ name: 'number', type: 'AMAZON.NUMBER' }] }],
})

const completed = { type: 'Tasks.CompleteTask', status: { code: '200', message: 'OK' } }

it('a launch with a task starts the task, and a plain launch asks what to do', async () => {
  const { device } = await deviceWith(counting(completed))
  expect(await device.open({ task })).toMatchObject({ speech: '3, 2, 1.', violations: [], sessionOpen: false })
  expect(await device.open()).toMatchObject({ speech: 'Count down from which number?' })
})

it('a task that is completed without a status makes Alexa reject the response', async () => {
  const { device } = await deviceWith(counting({ type: 'Tasks.CompleteTask' }))
  expect((await device.open({ task })).violations).toMatchObject([{ rule: 'directive-member' }])
})
