/** The profile API in a separate process, so that the skill's process has its own CPU. */
import { fieldAt, fieldValue } from '../lab/customer.mjs'
import { answerOf, startProfileApi } from '../lab/profile-api.mjs'

/** @import { Certificate } from '../lab/certificate.mjs' */

process.once(
  'message',
  async (/** @type {Certificate & { serviceMs?: number }} */ { serviceMs = 0, ...certificate }) => {
    let most = 0
    const api = await startProfileApi(certificate, (path, socket, request) => {
      most = Math.max(most, api.connections.size)
      const field = fieldAt(path)
      // The value contains the token's customer, so that a response that reaches another customer is found.
      const customer = /^authorization: Bearer (\S+)$/im.exec(request)?.[1] ?? ''
      if (field === undefined) return
      const answer = () => socket.write(answerOf(JSON.stringify(fieldValue(field, customer))))
      if (serviceMs > 0) setTimeout(answer, serviceMs)
      else answer()
    })
    process.on('message', () => process.send?.({ connections: most }))
    process.send?.({ port: api.port })
  },
)
