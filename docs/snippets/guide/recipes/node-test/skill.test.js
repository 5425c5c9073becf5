const assert = require('node:assert/strict')
const { after, before, beforeEach, test } = require('node:test')
const { startEmulator } = require('@alexa-profile/emulator')

let emulator
let device
before(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  device = emulator.device(require('./skill.js').handler)
})
beforeEach(() => emulator.customer.revokeAll())
after(() => emulator.close()) // otherwise the process does not end

test('asks with a card for what is missing', async () => {
  const turn = await device.intent('BookTableIntent')
  assert.deepEqual(turn.card.permissions, ['alexa::profile:given_name:read', 'alexa::profile:email:read'])
  assert.deepEqual(turn.violations, [])
})

test('books once the customer agrees', async () => {
  emulator.customer.grantAll()
  const turn = await device.intent('BookTableIntent')
  assert.equal(turn.speech, 'Thank you, Ann, your table is booked.')
})
