import assert from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll } from 'vitest'
import { createProfileClient, type ProfileClient, profileFields } from '../../src/index.js'
import { reset, status, value } from '../support/answers.js'
import { envelopeFor } from '../support/envelope.js'
import { fuzz } from '../support/fuzz.js'
import { type Answer, useTlsServer } from '../support/tls-server.js'

const server = useTlsServer()
let client: ProfileClient | undefined
afterAll(() => client?.close())

const customers = ['ann', 'ben']

/** The value of a customer's field, which shows who it belongs to. */
function valueFor(customer: string, field: string): unknown {
  return field === 'mobileNumber' ? { countryCode: '+1', phoneNumber: `${customer} 1` } : `${field} of ${customer}`
}

/** Chooses the response by the token. The case decides how late it is and whether it fails. */
function answerWith(delays: readonly number[], disturbances: readonly number[]): Answer {
  let count = 0
  return (response, request) => {
    const turn = count
    count += 1
    const customer = request.headers.authorization?.replace('Bearer ', '') ?? ''
    const field = request.url?.split('Profile.')[1] ?? ''
    const disturbance = disturbances[turn % disturbances.length]
    const right = value(valueFor(customer, field))
    const answer = disturbance === 0 ? reset : disturbance === 1 ? status(429) : disturbance === 2 ? status(204) : right
    setTimeout(() => answer(response, request), delays[turn % delays.length])
  }
}

const turn = fc.record({
  customer: fc.constantFrom(...customers),
  fields: fc.uniqueArray(fc.constantFrom(...profileFields), { minLength: 1, maxLength: 2 }),
  /** The number of event loop turns to wait before the turn begins. */
  after: fc.nat(4),
  /** Whether the turn uses an invocation object that turns of both customers share. */
  sharesInvocation: fc.boolean(),
})

fuzz(
  'never gives one customer the values of another one while both talk at the same time over one client',
  fc.asyncProperty(
    fc.array(turn, { minLength: 2, maxLength: 5 }),
    fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }),
    fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
    async (turns, delays, disturbances) => {
      client ??= createProfileClient({ allowedEndpoints: [server.origin], ca: server.ca, maxRetries: 0 })
      const reader = client
      server.answer(answerWith(delays, disturbances))
      const shared = {}
      await Promise.all(
        turns.map(async ({ customer, fields, after, sharesInvocation }) => {
          for (let count = 0; count < after; count += 1) await new Promise((resolve) => setImmediate(resolve))
          const envelope = envelopeFor(server.origin, { apiAccessToken: customer })
          const results = await reader.forInvocation(sharesInvocation ? shared : {}, envelope).read(fields)
          for (const field of fields) {
            const result = results[field]
            if (result.status === 'available') assert(isDeepStrictEqual(result.value, valueFor(customer, field)))
          }
        }),
      )
    },
  ),
  225,
)
