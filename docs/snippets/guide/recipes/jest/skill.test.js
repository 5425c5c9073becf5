const { startEmulator } = require('@alexa-profile/emulator')

let emulator
let device
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  device = emulator.device(require('./skill.js').handler)
})
beforeEach(() => emulator.customer.revokeAll())
afterAll(() => emulator.close()) // otherwise jest does not end

test('asks with a card for what is missing', async () => {
  const turn = await device.intent('BookTableIntent')
  expect(turn.card.permissions).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])
  expect(turn.violations).toEqual([])
})

test('books once the customer agrees', async () => {
  emulator.customer.grantAll()
  const turn = await device.intent('BookTableIntent')
  expect(turn.speech).toBe('Thank you, Ann, your table is booked.')
})
