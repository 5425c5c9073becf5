import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

/** The launch delegates to the dialog of an intent, and the skill says nothing. */
const chain = (name: string) => ({
  version: '1.0',
  response: {
    directives: [{ type: 'Dialog.Delegate', updatedIntent: { name, confirmationStatus: 'NONE', slots: {} } }],
  },
})

const handler = ({ request: { type, intent } }: SkillEvent) => {
  if (type === 'LaunchRequest') return chain('RegisterIntent')
  return response(`You are ${intent?.slots?.age?.value}.`)
}

const register: PublicSkill = {
  handler,
  invocationName: 'club desk',
  intents: [
    { name: 'RegisterIntent', samples: ['register me'], slots: [{ name: 'age', type: 'AMAZON.NUMBER' }] },
    { name: 'HoursIntent', samples: ['when do you open'] },
  ],
  dialog: {
    delegationStrategy: 'ALWAYS',
    intents: [
      {
        name: 'RegisterIntent',
        slots: [
          {
            name: 'age',
            type: 'AMAZON.NUMBER',
            elicitationRequired: true,
            prompts: { elicitation: 'Elicit.Age' },
            validations: [{ type: 'isGreaterThan', value: '17', prompt: 'Too.Young' }],
          },
        ],
      },
    ],
  },
  prompts: { 'Elicit.Age': 'How old are you?', 'Too.Young': 'You must be eighteen. How old are you?' },
}

it('the launch delegates to an intent, and Alexa continues its dialog', async () => {
  const { device } = await deviceWith(register)
  expect(await device.open()).toMatchObject({ speech: 'How old are you?', sessionOpen: true })
  expect(await device.say('twelve')).toMatchObject({
    speech: 'You must be eighteen. How old are you?',
    request: undefined,
  })
  expect(await device.say('twenty one')).toMatchObject({ speech: 'You are 21.', sessionOpen: false })
})

it('the launch cannot delegate to an intent without a dialog', async () => {
  const { device } = await deviceWith({ ...register, handler: () => chain('HoursIntent') })
  expect((await device.open()).violations).toMatchObject([{ rule: 'directive-dialog' }])
})
