import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, question, response, type SkillEvent } from './public-skill.js'

/** Adds the customer's contacts to a slot type for one session. */
const handler = ({ request: { type, intent } }: SkillEvent) => {
  if (type === 'LaunchRequest') {
    const values = [{ id: 'c-7', name: { value: 'Zdenek', synonyms: ['my neighbour'] } }]
    const directive = {
      type: 'Dialog.UpdateDynamicEntities',
      updateBehavior: 'REPLACE',
      types: [{ name: 'CONTACT', values }],
    }
    return question('Whom shall I call?', { directives: [directive] })
  }
  const authorities = intent?.slots?.who?.resolutions?.resolutionsPerAuthority ?? []
  const dynamic = authorities.find(({ authority }) => authority.includes('.er-authority.echo-sdk.dynamic.'))
  return question(`Calling ${dynamic?.values?.[0]?.value.id ?? 'an unknown contact'}.`)
}

const phone: PublicSkill = {
  handler,
  invocationName: 'phone book',
  intents: [{ name: 'CallIntent', samples: ['call {who}'], slots: [{ name: 'who', type: 'CONTACT' }] }],
  types: [{ name: 'CONTACT', values: [{ name: { value: 'the office' } }] }],
}

it.each([
  ['call Zdenek', 'Calling c-7.'],
  ['call my neighbour', 'Calling c-7.'],
  ['call the office', 'Calling an unknown contact.'],
])('"%s": "%s"', async (words, speech) => {
  const { device } = await deviceWith(phone)
  await device.open()
  expect((await device.say(words)).speech).toBe(speech)
})

it('dynamic entities are removed in the next session', async () => {
  const { device } = await deviceWith(phone)
  await device.open()
  await device.end()
  expect((await device.say('call my neighbour')).speech).toBe('Calling an unknown contact.')
})

it('a directive without a behaviour makes Alexa reject the response', async () => {
  const directives = [{ type: 'Dialog.UpdateDynamicEntities', types: [] }]
  const { device } = await deviceWith({ ...phone, handler: () => response('Hello.', { directives }) })
  expect((await device.open()).violations).toMatchObject([{ rule: 'directive-member' }])
})
