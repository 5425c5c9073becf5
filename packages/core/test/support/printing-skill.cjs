/**
 * A skill in its own process. It prints everything that it has and ends with an error that holds all of it. It uses the
 * built package. Secrets are passed in reversed, so that a search of the heap cannot find the input itself.
 */
const { Console } = require('node:console')
const { subscribe } = require('node:diagnostics_channel')
const { format, inspect } = require('node:util')
const { getHeapSnapshot } = require('node:v8')
const { createProfileClient, decide } = require('../../dist/index.js')

const { gc } = globalThis
const printer = new Console(process.stdout, process.stderr)
const reverse = (text) => [...text].reverse().join('')

for (const name of ['start', 'retry', 'end']) subscribe(`alexa-profile:read:${name}`, (event) => printer.log(event))

process.once('message', async ({ origin, ca, reversedToken, reversedSecrets, turns }) => {
  const options = { maxRetries: 0, attemptTimeoutMs: 500, onRead: (event) => printer.debug(event) }
  const client = createProfileClient({ allowedEndpoints: [origin], ca, ...options })

  async function turn() {
    const System = { apiEndpoint: origin, apiAccessToken: reverse(reversedToken) }
    const { email } = await client
      .forRequest({ context: { System }, request: { type: 'LaunchRequest' } })
      .read(['email'])
    const decision = decide({ email }, { required: ['email'] })
    print(email)
    print(decision)
    return { email, decision }
  }

  async function secretsOnHeap() {
    for (let round = 0; round < 3; round += 1) {
      gc()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const chunks = []
    for await (const chunk of getHeapSnapshot()) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    return reversedSecrets.filter((secret) => text.includes(reverse(secret))).length
  }

  for (let count = 0; count < turns; count += 1) await turn()
  const held = new Set([await turn()])
  const whileHeld = await secretsOnHeap()
  held.clear()
  process.send({ whileHeld, afterwards: await secretsOnHeap() })
  process.disconnect()
  const last = await turn()
  Promise.reject(Object.assign(new Error('the handler failed', { cause: last }), last))
})

function print(value) {
  printer.log(value)
  printer.error(inspect(value, { showHidden: true, getters: true, depth: null }))
  printer.info(format('%s %j %o %O', value, value, value, value), String(value), JSON.stringify([value]))
  printer.dir(value, { showHidden: true })
  printer.table([value])
  process.emitWarning(`${value}`, { detail: JSON.stringify(value) })
}
