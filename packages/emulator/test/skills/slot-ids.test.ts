import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, question, response, type SkillEvent } from './public-skill.js'

const prices: Readonly<Record<string, string>> = { ESP: 'two dollars', LAT: 'four dollars' }

/** Reads the id of the value that the customer has said. */
const careful = ({ request }: SkillEvent) => {
  const [authority] = request.intent?.slots?.drink?.resolutions?.resolutionsPerAuthority ?? []
  if (authority?.status.code !== 'ER_SUCCESS_MATCH') return question('We have espresso and latte.')
  return response(`That is ${prices[authority.values?.[0]?.value.id ?? '']}.`)
}

const coffee: PublicSkill = {
  handler: careful,
  invocationName: 'coffee corner',
  intents: [{ name: 'PriceIntent', samples: ['how much is {drink}'], slots: [{ name: 'drink', type: 'DRINK' }] }],
  types: [
    {
      name: 'DRINK',
      values: [
        { id: 'ESP', name: { value: 'espresso', synonyms: ['a short black', 'expresso'] } },
        { id: 'LAT', name: { value: 'latte', synonyms: ['milk coffee'] } },
      ],
    },
  ],
}

it.each([
  ['how much is espresso', 'That is two dollars.'],
  ['how much is a short black', 'That is two dollars.'],
  ['ask coffee corner how much is milk coffee', 'That is four dollars.'],
  ['how much is lemonade', 'We have espresso and latte.'],
])('"%s": "%s"', async (words, speech) => {
  const { device } = await deviceWith(coffee)
  expect((await device.say(words)).speech).toBe(speech)
})

it('a skill that reads the first value without checking the status fails for other words', async () => {
  const careless = ({ request }: SkillEvent) => {
    const { values } = request.intent?.slots?.drink?.resolutions?.resolutionsPerAuthority[0] ?? {}
    return response(`That is ${prices[(values as { value: { id: string } }[])[0]?.value.id ?? '']}.`)
  }
  const { device } = await deviceWith({ ...coffee, handler: careless })
  expect((await device.say('how much is latte')).speech).toBe('That is four dollars.')
  const { violations, speech } = await device.say('how much is lemonade')
  expect(violations).toMatchObject([{ rule: 'skill-error' }])
  expect(speech).toBeUndefined()
})
