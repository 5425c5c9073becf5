import { expect, it } from 'vitest'
import { EmulatorError } from '../../src/index.js'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

/** Reads one value or several from `slotValue`. */
const handler = ({ request }: SkillEvent) => {
  const toppings = request.intent?.slots?.toppings?.slotValue
  const said = toppings?.type === 'List' ? toppings.values : toppings ? [toppings] : []
  const names = said.map(({ resolutions }) => resolutions?.resolutionsPerAuthority[0]?.values?.[0]?.value.name)
  return response(`With ${names.join(' and ')}.`)
}

const pizza = (enabled: boolean): PublicSkill => ({
  handler,
  invocationName: 'pizza corner',
  intents: [
    {
      name: 'OrderIntent',
      samples: ['a pizza with {toppings}'],
      slots: [{ name: 'toppings', type: 'TOPPING', multipleValues: { enabled } }],
    },
  ],
  types: [{ name: 'TOPPING', values: ['ham', 'olives', 'basil'].map((value) => ({ name: { value } })) }],
})

it.each([
  ['a pizza with ham', 'With ham.'],
  ['a pizza with ham and olives', 'With ham and olives.'],
  ['a pizza with ham olives and basil', 'With ham and olives and basil.'],
])('"%s": "%s"', async (words, speech) => {
  const { device } = await deviceWith(pizza(true))
  expect((await device.say(words)).speech).toBe(speech)
})

it('a slot for one value does not accept two', async () => {
  const { device } = await deviceWith(pizza(false))
  await expect(device.intent('OrderIntent', { toppings: ['ham', 'basil'] })).rejects.toThrow(EmulatorError)
})
