const assert = require('node:assert/strict')
const { after, before, test } = require('node:test')
const { startEmulator } = require('@alexa-profile/emulator')

let emulator
let device
before(async () => {
  emulator = await startEmulator({ skillPackage: 'skill-package' })
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  device = emulator.device(require('./lambda/index.js').handler)
})
after(() => emulator.close())

test('asks for the email address, and sends an email once the customer agrees', async () => {
  const asked = await device.say('send me the newsletter')
  assert.deepEqual(asked.violations, [])
  assert.deepEqual(asked.card.permissions, ['alexa::profile:email:read'])

  emulator.customer.cards.at(-1).grant()
  const sent = await device.say('send me the newsletter')
  assert.equal(sent.speech, 'The newsletter is on its way to you.')
})

test('welcomes a customer back', async () => {
  assert.equal((await device.open()).speech, 'Welcome to Garden Club. You can ask for the newsletter.')
  assert.equal((await device.open()).speech, 'Welcome back! You can ask for the newsletter.')
})
