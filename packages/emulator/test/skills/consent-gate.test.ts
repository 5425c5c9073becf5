import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

const givenName = 'alexa::profile:given_name:read'

/** Checks the consent token before it reads, as in Amazon's older guide. */
const handler = async ({ context: { System } }: SkillEvent) => {
  const { apiEndpoint, apiAccessToken, user } = System
  if (!user.permissions?.consentToken) {
    const card = { type: 'AskForPermissionsConsent', permissions: [givenName] }
    return response('Please allow me to read your name.', { card })
  }
  const url = `${apiEndpoint}/v2/accounts/~current/settings/Profile.givenName`
  const answer = await fetch(url, { headers: { authorization: `Bearer ${apiAccessToken}` } })
  return response(`Hello, ${await answer.json()}.`)
}

const greeter: PublicSkill = { handler, invocationName: 'my greeter', intents: [], permissions: [givenName] }

it('a skill that checks the consent token continues after the card is granted', async () => {
  const { device, emulator } = await deviceWith(greeter)
  expect(await device.say('open my greeter')).toMatchObject({ speech: 'Please allow me to read your name.' })
  emulator.customer.cards.at(-1)?.grant()
  expect(await device.open()).toMatchObject({ speech: 'Hello, Ann.', violations: [] })
})

it('a card for an undeclared scope makes Alexa reject the whole response', async () => {
  const { device, emulator } = await deviceWith({ ...greeter, permissions: ['alexa::profile:email:read'] })
  const turn = await device.open()
  expect(turn.violations).toMatchObject([{ rule: 'consent-card-undeclared' }])
  expect(turn.speech).toBeUndefined()
  expect(emulator.customer.cards).toEqual([])
})
