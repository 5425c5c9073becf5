const assert = require('node:assert')
const { startEmulator } = require('@alexa-profile/emulator')
const { skill } = require('./skill.js')

it('welcomes the customer', async () => {
  const emulator = await startEmulator()
  const { speech } = await emulator.device((event) => skill.invoke(event)).open()
  assert.equal(speech, 'Welcome.')
  await emulator.close()
})
