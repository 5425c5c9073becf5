/** The requests of Jovo 3's `this.$alexaSkill.$user.getEmail()` and its other getters. */
import { createRequire } from 'node:module'
import { readFields } from './read-fields.mjs'

const require = createRequire(import.meta.url)
const { AlexaContact } = require('jovo-platform-alexa/dist/src/services/AlexaContact')

const names = { name: 'name', givenName: 'given_name', email: 'email', mobileNumber: 'mobile_number' }

export function open(envelope) {
  const { apiEndpoint, apiAccessToken } = envelope.context.System
  const get = (field) => AlexaContact.contactAPI(names[field], apiEndpoint, apiAccessToken)
  return { turn: (fields) => readFields(fields, get, false) }
}
