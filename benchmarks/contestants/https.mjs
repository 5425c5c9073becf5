/** Hand-written `node:https`: kept connections, parallel requests, the body as JSON, and nothing else. */
import https from 'node:https'
import { readFields } from './read-fields.mjs'

const agent = new https.Agent({
  keepAlive: true,
  scheduling: 'lifo',
  maxSockets: 256,
  maxFreeSockets: 256,
  timeout: 55_000,
})

export function open(envelope) {
  const { apiEndpoint, apiAccessToken } = envelope.context.System
  const { hostname: host, port } = new URL(apiEndpoint)
  function get(field) {
    return new Promise((resolve, reject) => {
      const path = `/v2/accounts/~current/settings/Profile.${field}`
      const headers = { authorization: `Bearer ${apiAccessToken}`, accept: 'application/json' }
      const request = https.request({ agent, host, port, path, headers }, (response) => {
        const chunks = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())))
        response.on('error', reject)
      })
      request.on('error', reject)
      request.end()
    })
  }
  return {
    turn: (fields) => readFields(fields, get, true),
  }
}
