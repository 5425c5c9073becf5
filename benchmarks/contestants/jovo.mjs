/** The requests of Jovo 4's `this.$alexa.$user.getEmail()` and its other getters. */
import { createRequire } from 'node:module'
import { readFields } from './read-fields.mjs'

const require = createRequire(import.meta.url)
const { sendCustomerProfileApiRequest } = require('@jovotech/platform-alexa')

export function openJovo(envelope, { parallel }) {
  const { apiEndpoint, apiAccessToken } = envelope.context.System
  const get = (field) => sendCustomerProfileApiRequest(field, apiEndpoint, apiAccessToken)
  return { turn: (fields) => readFields(fields, get, parallel) }
}
