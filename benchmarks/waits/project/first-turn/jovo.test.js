const assert = require('node:assert')
const { App, BaseComponent, Component, Global, InputType, TestSuite } = require('@jovotech/framework')
const { AlexaPlatform } = require('@jovotech/platform-alexa')

class WelcomeComponent extends BaseComponent {
  LAUNCH() {
    return this.$send('Welcome.')
  }
}
Component()(WelcomeComponent)
Global()(WelcomeComponent)
const app = new App({ logging: false, plugins: [new AlexaPlatform()], components: [WelcomeComponent] })

const suite = new TestSuite({ platform: AlexaPlatform, app })

it('welcomes the customer', async () => {
  const { output } = await suite.run({ type: InputType.Launch })
  assert.equal(output[0].message, 'Welcome.')
})
