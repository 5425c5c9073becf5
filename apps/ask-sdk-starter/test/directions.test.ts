import { expect, it } from 'vitest'
import { startTableTalk, tableForFour } from './table-talk.js'

const card = {
  type: 'AskForPermissionsConsent',
  permissions: ['read::alexa:device:all:address:country_and_postal_code'],
}

it("emails directions from the device's postal code, which it does not say", async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  emulator.customer.grantAll()
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect([turn.violations, turn.card]).toEqual([[], undefined])
  expect(turn.speech).not.toContain('98109')
  expect(mailbox.mails[0]?.text).toContain(
    'How to get here: https://www.google.com/maps/dir/?api=1&origin=98109%2C+US&destination=410+Pike+Street',
  )
})

it('books and emails without the postal code, and asks for it by card once', async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  emulator.customer.grant('givenName', 'email', 'mobileNumber')
  const first = await device.intent('BookTableIntent', tableForFour)
  expect(first.violations).toEqual([])
  expect(first.speech).toMatch(/^Thank you, Ann\. .* share your postal code: I've sent a card to your Alexa app\.$/)
  expect(first.card).toEqual(card)

  const second = await device.intent('BookTableIntent', tableForFour)
  expect(second.card).toBeUndefined()
  expect(second.speech).not.toContain('postal code')
  expect(mailbox.mails.map(({ text }) => text?.includes('How to get here'))).toEqual([false, false])

  emulator.customer.cards[0]?.grant()
  await device.intent('BookTableIntent', tableForFour)
  expect(mailbox.mails[2]?.text).toContain('origin=98109')
})

it('offers no directions to a customer who has just declined', async () => {
  const { device } = await startTableTalk()
  await device.intent('BookTableIntent', tableForFour)
  const turn = await device.answerConsent('deny')
  expect(turn.card).toBeUndefined()
  expect(turn.speech).not.toContain('postal code')
})

it.for(['not set', 'throttled'] as const)('books without the postal code if it is %s', async (state) => {
  const { emulator, mailbox, device } = await startTableTalk()
  emulator.customer.grantAll()
  if (state === 'not set') emulator.customer.clear('countryAndPostalCode')
  else emulator.situation('throttled', { fields: ['countryAndPostalCode'] })
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect([turn.violations, turn.card]).toEqual([[], undefined])
  expect(turn.speech).toContain("I've emailed you the confirmation.")
  expect(mailbox.mails[0]?.text).not.toContain('How to get here')
})

it('accepts a postal code without a country', async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  emulator.customer.grantAll()
  emulator.customer.set({ countryAndPostalCode: { postalCode: 'A & B' } })
  await device.intent('BookTableIntent', tableForFour)
  expect(mailbox.mails[0]?.text).toContain('origin=A+%26+B&destination')
})
