/** A whole skill on Jovo 4 that answers one turn, reading the profile as Jovo's documentation does or with our plugin. */
import { createRequire } from 'node:module'
import { readFields } from './read-fields.mjs'

// All with require, so that the plugin uses the skill's copy of Jovo.
const require = createRequire(import.meta.url)
const { ProfilePlugin } = require('@alexa-profile/jovo')
const { App, BaseComponent, Component, Global, Handle, Server } = require('@jovotech/framework')
const { AlexaPlatform } = require('@jovotech/platform-alexa')

const calls = { name: 'getName', givenName: 'getGivenName', email: 'getEmail', mobileNumber: 'getMobileNumber' }

export async function openJovoSkill(envelope, { withUs }) {
  let fields
  let values

  class BookTable extends BaseComponent {
    async book() {
      if (withUs) {
        const decision = await this.$profile.require({ required: fields })
        if (decision.action !== 'proceed') throw new Error(decision.action)
        values = decision.profile
      } else {
        const user = this.$user
        values = await readFields(fields, async (field) => user[calls[field]](), false)
      }
      return this.$send(`Thank you, ${values.givenName}.`)
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(BookTable.prototype, 'book')
  Handle({ intents: ['BookTableIntent'] })(BookTable.prototype, 'book', descriptor)
  Component()(BookTable)
  Global()(BookTable)

  const plugin = new ProfilePlugin({ allowedEndpoints: [envelope.context.System.apiEndpoint] })
  const app = new App({
    logging: false,
    plugins: withUs ? [new AlexaPlatform(), plugin] : [new AlexaPlatform()],
    components: [BookTable],
  })
  await app.initialize()
  return {
    async turn(wanted) {
      fields = wanted
      values = undefined
      const event = structuredClone(envelope)
      await new Promise((resolve, reject) => void app.handle(new InProcess(event, resolve, reject)).catch(reject))
      return values
    },
  }
}

/** Does what Jovo's server for AWS Lambda does, without the network. */
class InProcess extends Server {
  hasWriteFileAccess = () => false
  getQueryParams = () => ({})
  getNativeRequestHeaders = () => ({})
  setResponseHeaders = () => {}

  constructor(event, resolve, reject) {
    super()
    this.getRequestObject = () => event
    this.setResponse = async (response) => resolve(response)
    this.fail = (error) => reject(error)
  }
}
