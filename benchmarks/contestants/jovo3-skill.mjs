/** A whole skill on Jovo 3 that answers one turn, reading the profile as Jovo's documentation does or with our plugin. */
import { createRequire } from 'node:module'
import { readFields } from './read-fields.mjs'

const require = createRequire(import.meta.url)
const { ProfilePlugin } = require('@alexa-profile/jovo/v3')
const { Log } = require('jovo-core')
const { App, Lambda } = require('jovo-framework')
const { Alexa } = require('jovo-platform-alexa')

// Jovo 3 writes colour codes for lines that it does not print.
for (const appender of Object.values(Log.config.appenders)) appender.ignoreFormatting = true

const calls = { name: 'getName', givenName: 'getGivenName', email: 'getEmail', mobileNumber: 'getMobileNumber' }

export function openJovo3Skill(envelope, { withUs }) {
  let fields
  let values
  const app = new App({ logging: false })
  app.use(new Alexa())
  if (withUs) app.use(new ProfilePlugin({ allowedEndpoints: [envelope.context.System.apiEndpoint] }))
  app.setHandler({
    async BookTableIntent() {
      if (withUs) {
        const decision = await this.$profile.require({ required: fields })
        if (decision.action !== 'proceed') throw new Error(decision.action)
        values = decision.profile
      } else {
        values = await readFields(fields, (field) => this.$alexaSkill.$user[calls[field]](), false)
      }
      this.tell(`Thank you, ${values.givenName}.`)
    },
  })
  return {
    async turn(wanted) {
      fields = wanted
      values = undefined
      const event = structuredClone(envelope)
      await new Promise((resolve, reject) => {
        app.handle(new Lambda(event, {}, (error, answer) => (error ? reject(error) : resolve(answer)))).catch(reject)
      })
      return values
    },
  }
}
