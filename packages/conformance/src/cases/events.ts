import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const permissionEvents: ConformanceCase = {
  behaviour: "reads with a permission event's own token, and acknowledges it",
  async run(start) {
    const { emulator, skill, heard } = await start()
    emulator.subscribe(skill)

    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    emulator.customer.revoke('email')
    await emulator.eventsDelivered()

    expect(heard).toEqual(['available for 1', 'permission-missing for 0'])
    expect(
      emulator.events.map(({ acknowledged, attempts, violations }) => [acknowledged, attempts, violations]),
    ).toEqual([
      [true, 1, []],
      [true, 1, []],
    ])
  },
}

export const repeatedEvents: ConformanceCase = {
  behaviour: 'acknowledges events that arrive twice or out of order',
  async run(start) {
    const { emulator, skill, heard } = await start()
    emulator.subscribe(skill)
    emulator.situation('events-twice')
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    emulator.clearSituations()
    emulator.situation('events-reordered')
    emulator.customer.grant('name')
    emulator.customer.grant('givenName')
    await emulator.eventsDelivered()

    expect(heard).toEqual(['available for 1', 'available for 1', 'available for 3', 'available for 2'])
    expect(emulator.events.every(({ acknowledged }) => acknowledged)).toBe(true)
  },
}

export const disabledEvent: ConformanceCase = {
  behaviour: 'is told that a customer has disabled the skill',
  async run(start) {
    const { emulator, skill, heard } = await start()
    emulator.subscribe(skill)

    emulator.customer.disableSkill()
    await emulator.eventsDelivered()

    expect(heard).toEqual(['disabled'])
    expect(emulator.events.map(({ acknowledged }) => acknowledged)).toEqual([true])
  },
}

export const otherEvents: ConformanceCase = {
  behaviour: 'acknowledges every event for which the skill has no handler',
  async run(start) {
    const { emulator, skill } = await start()
    for (const type of [
      'AlexaSkillEvent.SkillEnabled',
      'AlexaSkillEvent.SkillAccountLinked',
      'AlexaSkillEvent.ProactiveSubscriptionChanged',
      'AlexaSkillEvent.NotYetInvented',
      'AlexaHouseholdListEvent.ItemsCreated',
      'Reminders.ReminderStarted',
      'Messaging.MessageReceived',
    ]) {
      const envelope = emulator.envelope({ session: false, request: { type } })

      const { response } = (await skill(envelope as never, {} as never)) as { response: object }
      for (const name of ['outputSpeech', 'reprompt', 'card', 'directives']) {
        expect(response, type).not.toHaveProperty(name)
      }
    }
  },
}
