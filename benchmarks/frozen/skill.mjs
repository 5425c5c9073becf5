/** A skill's process. It reads all four fields on each command and reports the results. */
import { createProfileClient } from '@alexa-profile/core'
import { fields } from '../lab/customer.mjs'

let client = createProfileClient()
process.on('message', async (/** @type {any} */ { allowedEndpoint, envelope }) => {
  if (allowedEndpoint !== undefined) {
    client = createProfileClient({ allowedEndpoints: [allowedEndpoint] })
    return
  }
  const results = Object.values(await client.forRequest(envelope).read(fields))
  process.send?.({ ends: results.map((result) => (result.status === 'failed' ? result.failure : result.status)) })
})
