import { expect, it } from 'vitest'
import { dayOf } from '../src/bookings/format.js'
import { noTextProvider } from '../src/confirmation/send-text.js'
import { startTableTalk, tableForFour } from './table-talk.js'

async function startWithBooking(mobileNumber?: { countryCode?: string; phoneNumber: string }) {
  const tableTalk = await startTableTalk()
  const { emulator, device } = tableTalk
  if (mobileNumber) emulator.customer.set({ mobileNumber })
  emulator.customer.grant('givenName')
  emulator.customer.grant('email')
  const booked = await device.intent('BookTableIntent', tableForFour)
  return { ...tableTalk, reference: /\d{6}/.exec(booked.speech ?? '')?.[0] ?? '' }
}

it('asks for the number by card, and texts the booking of an earlier session', async () => {
  const { emulator, device, texts, reference } = await startWithBooking()
  const asked = await device.intent('TextConfirmationIntent')
  expect(asked.violations).toEqual([])
  expect(asked.speech).toContain('To text you the confirmation, Table Talk needs your permission')
  expect(asked.card?.permissions).toEqual(['alexa::profile:mobile_number:read'])
  expect(texts).toEqual([])

  emulator.customer.cards.at(-1)?.grant()
  const texted = await device.intent('TextConfirmationIntent')
  expect(texted.violations).toEqual([])
  expect(texted.speech).toBe("I've texted you the confirmation.")
  const text = `Table Talk Bistro: ${dayOf(tableForFour.date, 'en')}, 7:30 PM, 4 people. Reference: ${reference}`
  expect(texts).toEqual([{ to: '+12065550100', text }])
})

it.for([
  [{ countryCode: '001', phoneNumber: '206-555-0100' }, '+12065550100'],
  [{ countryCode: '+91', phoneNumber: '917799827710' }, '+917799827710'],
  [{ phoneNumber: '+44 7400 123456' }, '+447400123456'],
] as const)('formats %o in E.164', async ([mobileNumber, e164]) => {
  const { emulator, device, texts } = await startWithBooking(mobileNumber)
  emulator.customer.grantAll()
  await device.intent('TextConfirmationIntent')
  expect(texts.map(({ to }) => to)).toEqual([e164])
})

it.for([
  [{ phoneNumber: '2065550100' }, 'Please add its country code'],
  [{ countryCode: '+55', phoneNumber: '55998023990' }, 'Please add its country code'],
  [{ countryCode: '+1', phoneNumber: '12' }, 'Please check it'],
  [{ countryCode: '+1', phoneNumber: '206 555 0100 ext. 5' }, 'Please check it'],
] as const)('does not guess the number for %o, and says what to do', async ([mobileNumber, words]) => {
  const { emulator, device, texts, reference } = await startWithBooking(mobileNumber)
  emulator.customer.grantAll()
  const turn = await device.intent('TextConfirmationIntent')
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain(words)
  expect(turn.speech).toContain(`Your reference is ${reference}.`)
  expect(turn.speech?.replace(reference, '')).not.toContain(mobileNumber.phoneNumber)
  expect(texts).toEqual([])
})

it('says where to add a number that is not set', async () => {
  const { emulator, device, texts } = await startWithBooking()
  emulator.customer.grantAll()
  emulator.customer.clear('mobileNumber')
  const turn = await device.intent('TextConfirmationIntent')
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain("Please add what's missing in the Alexa app, in your profile")
  expect(turn.card).toBeUndefined()
  expect(texts).toEqual([])
})

it('asks for nothing if there is no booking to text', async () => {
  const { emulator, device } = await startTableTalk()
  const turn = await device.intent('TextConfirmationIntent')
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain("I couldn't find a booking for you")
  expect([turn.card, turn.sessionOpen]).toEqual([undefined, true])
  expect(emulator.requests).toEqual([])
})

it("does not text another customer's table", async () => {
  const { emulator, skill, texts } = await startWithBooking()
  const customer = emulator.addCustomer()
  customer.grantAll()
  const turn = await emulator.device(skill, { customer }).intent('TextConfirmationIntent')
  expect(turn.speech).toContain("I couldn't find a booking")
  expect(texts).toEqual([])
})

it('says that texting failed, and logs the reason, if there is no SMS provider', async () => {
  const { emulator, device, logged } = await startTableTalk({ sendText: noTextProvider })
  emulator.customer.grantAll()
  await device.intent('BookTableIntent', tableForFour)
  const turn = await device.intent('TextConfirmationIntent')
  expect(turn.violations).toEqual([])
  expect(turn.speech).toMatch(/couldn't text you right now.*Your reference is \d{6}\./)
  expect(logged).toEqual([{ event: 'text-failed', name: 'Error', code: 'SMS_PROVIDER_NOT_SET' }])
})
