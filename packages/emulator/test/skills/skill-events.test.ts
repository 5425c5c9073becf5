import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

/** Deletes the data of customers who disable the skill. */
function remembering(subscriptions: readonly string[]) {
  const known = new Set(['ann'])
  const skill: PublicSkill = {
    handler({ request }: SkillEvent) {
      if (request.type !== 'AlexaSkillEvent.SkillDisabled') return response('Welcome back.')
      known.clear()
      return {}
    },
    invocationName: 'good memory',
    intents: [],
    subscriptions,
  }
  return { known, skill }
}

it.each([
  [['SKILL_DISABLED'], 0, true],
  [['SKILL_ENABLED'], 1, false],
  [[], 1, false],
] as const)(
  'a skill that subscribes to %j has %i customers after one has disabled it',
  async (subscriptions, count, subscribed) => {
    const { known, skill } = remembering(subscriptions)
    const { emulator } = await deviceWith(skill)
    emulator.subscribe(skill.handler)
    emulator.customer.disableSkill()
    await emulator.eventsDelivered()
    expect(known.size).toBe(count)
    expect(emulator.events).toMatchObject([{ subscribed, acknowledged: subscribed }])
  },
)
