import { BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { expect, it, onTestFinished, vi } from 'vitest'
import { ProfileHandles } from '../src/index.js'
import { startApp } from './support/start-app.js'

@Global()
@Component()
class TalkativeComponent extends BaseComponent {
  UNHANDLED() {
    return this.$send('What did you say?')
  }
}

@Component()
class QuietComponent extends BaseComponent {
  HelpIntent() {}
}

it.each([TalkativeComponent, QuietComponent])('acknowledges events if the app has %s', async (component) => {
  const { emulator, skill } = await startApp([component])
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

it('lets Alexa deliver an event again if its handler throws, for any onError, which is called once', async () => {
  let attempts = 0
  @Component()
  class FailingComponent extends BaseComponent {
    @Handle(ProfileHandles.onSkillDisabled())
    forget() {
      attempts += 1
      if (attempts === 1) throw new Error('The database is down.')
    }
  }
  const { app, emulator, skill } = await startApp([FailingComponent])
  const errors: string[] = []
  app.onError(({ message }, jovo) => {
    errors.push(message)
    return jovo?.$send('Something went wrong.')
  })
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => printed.mockRestore())
  emulator.subscribe(skill as never)

  emulator.customer.disableSkill()
  await emulator.eventsDelivered()

  expect(emulator.events.map(({ acknowledged, attempts }) => [acknowledged, attempts])).toEqual([[true, 2]])
  expect(errors).toEqual(['The database is down.'])
})
