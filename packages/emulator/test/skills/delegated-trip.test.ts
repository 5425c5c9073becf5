import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

/** Delegates until the dialog is complete. */
const handler = ({ request: { dialogState, intent } }: SkillEvent) => {
  if (dialogState !== 'COMPLETED') return { version: '1.0', response: { directives: [{ type: 'Dialog.Delegate' }] } }
  if (intent?.confirmationStatus === 'DENIED') return response('You stay at home.')
  return response(`To ${intent?.slots?.to?.value} on ${intent?.slots?.day?.value}.`)
}

const slot = (name: string, type: string) => ({
  name,
  type,
  elicitationRequired: true,
  confirmationRequired: false,
  prompts: { elicitation: `Elicit.${name}` },
})

const trip = (delegationStrategy?: string): PublicSkill => ({
  handler,
  invocationName: 'trip planner',
  intents: [
    {
      name: 'TripIntent',
      samples: ['plan a trip', 'i travel to {to}'],
      slots: [
        { name: 'to', type: 'AMAZON.City', samples: ['to {to}'] },
        { name: 'day', type: 'AMAZON.DATE' },
      ],
    },
    { name: 'TicketIntent', samples: ['my tickets'] },
  ],
  dialog: {
    ...(delegationStrategy && { delegationStrategy }),
    intents: [
      {
        name: 'TripIntent',
        confirmationRequired: true,
        prompts: { confirmation: 'Confirm' },
        slots: [slot('to', 'AMAZON.City'), slot('day', 'AMAZON.DATE')],
      },
    ],
  },
  prompts: { 'Elicit.to': 'Where to?', 'Elicit.day': 'To {to} on which day?', Confirm: 'To {to} on {day}?' },
})

const clock = { device: { now: () => new Date('2026-11-28T12:00:00Z'), timeZone: 'UTC' } }

it.each([
  ['the skill delegates', undefined, 'IntentRequest'],
  ['Alexa delegates by itself', 'ALWAYS', undefined],
])('the customer plans a trip while %s', async (_, strategy, type) => {
  const { device } = await deviceWith(trip(strategy), clock)
  const asked = await device.say('plan a trip')
  expect(asked).toMatchObject({ speech: 'Where to?', sessionOpen: true })
  expect(asked.request?.request.type).toBe(type)
  expect((await device.say('to Berlin')).speech).toBe('To Berlin on which day?')
  expect((await device.say('tomorrow')).speech).toBe('To Berlin on 2026-11-29?')
  expect(await device.say('yes')).toMatchObject({ speech: 'To Berlin on 2026-11-29.', sessionOpen: false })
})

it.each([undefined, 'ALWAYS'])('the customer changes their mind (%s)', async (strategy) => {
  const { device } = await deviceWith(trip(strategy), clock)
  expect((await device.say('i travel to Berlin')).speech).toBe('To Berlin on which day?')
  await device.say('next monday')
  expect((await device.say('no')).speech).toBe('You stay at home.')
})

it('a skill cannot delegate an intent that the dialog model lacks', async () => {
  const { device } = await deviceWith(trip(), clock)
  expect((await device.say('my tickets')).violations).toMatchObject([{ rule: 'directive-dialog' }])
})
