import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

const gate = (card: object): PublicSkill => ({
  handler({ context }: SkillEvent) {
    const { accessToken } = context.System.user
    if (accessToken === undefined) return response('Please link your account.', { card })
    return response(`Your balance is ${accessToken === 'ann' ? 'twelve' : 'no'} dollars.`)
  },
  invocationName: 'my bank',
  intents: [{ name: 'BalanceIntent', samples: ['my balance'] }],
})

it('a skill asks for the account until it is linked, and again after it is unlinked', async () => {
  const { device, emulator } = await deviceWith(gate({ type: 'LinkAccount' }))
  expect(await device.open()).toMatchObject({ speech: 'Please link your account.', card: { type: 'LinkAccount' } })
  emulator.customer.linkAccount('ann')
  expect((await device.say('ask my bank for my balance')).speech).toBe('Your balance is twelve dollars.')
  emulator.customer.unlinkAccount()
  expect((await device.open()).speech).toBe('Please link your account.')
})

it('a card of another type makes Alexa reject the response', async () => {
  const { device } = await deviceWith(gate({ type: 'AccountLinking' }))
  expect((await device.open()).violations).toMatchObject([{ rule: 'card' }])
})
