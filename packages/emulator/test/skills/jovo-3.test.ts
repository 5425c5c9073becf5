import { App, Lambda } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill } from './public-skill.js'

function skill(): PublicSkill {
  const app = new App({ logging: false, keepSessionDataOnSessionEnded: false })
  app.use(new Alexa())
  app.setHandler({
    LAUNCH() {
      return this.ask('What is your name?', 'Your name?')
    },
    NameIntent() {
      this.$session.$data.name = this.$inputs.name?.value
      return this.ask(`${this.$inputs.name?.value}. Right?`)
    },
    'AMAZON.YesIntent'() {
      return this.tell(`Hello, ${this.$session.$data.name}.`)
    },
  })
  const handler = async (event: object, context: object, callback: () => void) => {
    await app.handle(new Lambda(event, context, callback))
  }
  return {
    handler: handler as PublicSkill['handler'],
    invocationName: 'jovial greeter',
    intents: [
      { name: 'NameIntent', samples: ['my name is {name}'], slots: [{ name: 'name', type: 'AMAZON.FirstName' }] },
    ],
  }
}

it('a Jovo 3 handler keeps its session data', async () => {
  const { device } = await deviceWith(skill())
  expect(await device.say('open jovial greeter')).toMatchObject({
    speech: 'What is your name?',
    reprompt: 'Your name?',
  })
  expect((await device.say('my name is Bea')).speech).toBe('Bea. Right?')
  expect(await device.say('yes')).toMatchObject({ speech: 'Hello, Bea.', sessionOpen: false, violations: [] })
})
