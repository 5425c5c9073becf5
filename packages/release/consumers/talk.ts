import { deepStrictEqual, strictEqual } from 'node:assert'
import { startEmulator } from '@alexa-profile/emulator'
import { createSkill } from './skill.js'

/** The conversation that every consumer must pass: ask for consent, then read the customer's email address. */
async function talk() {
  const emulator = await startEmulator()
  const device = emulator.device(await createSkill(emulator))

  const refused = await device.intent('EmailIntent')
  deepStrictEqual(refused.violations, [])
  deepStrictEqual(refused.card?.permissions, ['alexa::profile:email:read'])

  emulator.customer.cards[0]?.grant()
  const granted = await device.intent('EmailIntent')
  deepStrictEqual(granted.violations, [])
  strictEqual(granted.speech, 'I will write to ann@example.com.')
  deepStrictEqual(
    emulator.requests.map(({ field, status }) => `${field} ${status}`),
    ['email 403', 'email 200'],
  )
}

talk().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(1)
  },
)
