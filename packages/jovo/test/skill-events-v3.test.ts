import type { Jovo } from 'jovo-core'
import { expect, it } from 'vitest'
import { startAppV3 } from './support/start-app-v3.js'

function tellMore(this: Jovo) {
  this.tell('What did you say?')
}

it.each([
  ['none', {}],
  ['Unhandled', { Unhandled: tellMore }],
  ['events of other kinds', { ON_EVENT: { 'AlexaSkillEvent.SkillAccountLinked': tellMore } }],
])('acknowledges events of an app with handlers for %s', async (_, handlers) => {
  const { emulator, skill } = await startAppV3(handlers)
  emulator.subscribe(skill as never)

  emulator.customer.grant('email')
  emulator.customer.disableSkill()
  await emulator.eventsDelivered()

  expect(emulator.events.map(({ acknowledged, attempts, violations }) => [acknowledged, attempts, violations])).toEqual(
    [
      [true, 1, []],
      [true, 1, []],
    ],
  )
})

it('lets Alexa deliver an event again if its handler throws, for any ON_ERROR', async () => {
  let attempts = 0
  const { emulator, skill } = await startAppV3({
    ON_EVENT: {
      'AlexaSkillEvent.SkillDisabled'() {
        attempts += 1
        if (attempts === 1) throw new Error('The database is down.')
      },
    },
    ON_ERROR: tellMore,
  })
  emulator.subscribe(skill as never)

  emulator.customer.disableSkill()
  await emulator.eventsDelivered()

  expect(emulator.events.map(({ acknowledged, attempts }) => [acknowledged, attempts])).toEqual([[true, 2]])
})
