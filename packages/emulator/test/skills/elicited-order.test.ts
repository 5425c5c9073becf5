import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, question, response, type SkillEvent } from './public-skill.js'

/** Controls the dialog itself, with a default that it sets in `updatedIntent`. */
const handler = ({ request: { type, intent } }: SkillEvent) => {
  if (type !== 'IntentRequest' || intent === undefined) return question('What can I bring you?')
  const { dish, drink } = intent.slots ?? {}
  if (intent.confirmationStatus === 'CONFIRMED') return response(`Here is ${dish?.value} with ${drink?.value}.`)
  if (dish?.value === undefined) {
    return question('Which dish?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'dish' }] })
  }
  if (dish.confirmationStatus === 'NONE') {
    return question(`${dish.value}?`, { directives: [{ type: 'Dialog.ConfirmSlot', slotToConfirm: 'dish' }] })
  }
  if (dish.confirmationStatus === 'DENIED') {
    return question('Which one then?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'dish' }] })
  }
  const water = { name: 'drink', value: 'water', confirmationStatus: 'NONE' }
  const updatedIntent = { ...intent, slots: { ...intent.slots, drink: water } }
  return question('With water?', { directives: [{ type: 'Dialog.ConfirmIntent', updatedIntent }] })
}

const order: PublicSkill = {
  handler,
  invocationName: 'the waiter',
  intents: [
    {
      name: 'OrderIntent',
      samples: ['i am hungry'],
      slots: [
        { name: 'dish', type: 'DISH' },
        { name: 'drink', type: 'AMAZON.Drink' },
      ],
    },
  ],
  types: [{ name: 'DISH', values: [{ name: { value: 'soup' } }, { name: { value: 'risotto' } }] }],
  dialog: { intents: [{ name: 'OrderIntent', slots: [{ name: 'dish', type: 'DISH' }] }] },
}

it('a skill asks for a slot, confirms it, asks again, and confirms the intent', async () => {
  const { device } = await deviceWith(order)
  const talk = ['open the waiter', 'i am hungry', 'soup', 'no', 'risotto', 'yes', 'yes']
  const heard: (string | undefined)[] = []
  for (const words of talk) heard.push((await device.say(words)).speech)
  expect(heard).toEqual([
    'What can I bring you?',
    'Which dish?',
    'soup?',
    'Which one then?',
    'risotto?',
    'With water?',
    'Here is risotto with water.',
  ])
})

it.each([
  ['without the name of the slot', {}, 'directive-member', 'slotToElicit must be a non-empty string'],
  ['for a slot that the intent lacks', { slotToElicit: 'dsh' }, 'directive-dialog', 'Did you mean "dish"?'],
])('a directive %s makes Alexa reject the response', async (_, members, rule, message) => {
  const asking = () => question('Which dish?', { directives: [{ type: 'Dialog.ElicitSlot', ...members }] })
  const { device } = await deviceWith({ ...order, handler: asking })
  const { violations, speech } = await device.say('i am hungry')
  expect(violations).toMatchObject([{ rule, message: expect.stringContaining(message) }])
  expect(speech).toBeUndefined()
})
