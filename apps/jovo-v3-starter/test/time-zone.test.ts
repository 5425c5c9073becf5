import { expect, it } from 'vitest'
import { customersClock } from '../src/customers-clock.js'
import { startTableTalk } from './table-talk.js'

/** 7:30 p.m. in Los Angeles, the restaurant's time zone. */
const evening = { date: '2035-01-15', time: '19:30', partySize: 4 }
const said = { ...evening, partySize: '4' }

it.for([
  ['America/Los_Angeles', undefined],
  ['America/Tijuana', undefined],
  [undefined, undefined],
  ['America/New_York', '10:30 PM'],
  ['Europe/Berlin', 'Tuesday, January 16, 2035, 4:30 AM'],
  ['Asia/Kolkata', 'Tuesday, January 16, 2035, 9:00 AM'],
  ['Pacific/Honolulu', '5:30 PM'],
] as const)("in %s, the customer's clock shows %s", ([timeZone, shown]) => {
  expect(customersClock(evening, timeZone, 'en')).toBe(shown)
})

it.for([
  ['2035-03-11', '01:30', '9:30 AM'],
  ['2035-03-11', '03:30', '10:30 AM'],
  ['2035-11-04', '00:30', '7:30 AM'],
  ['2035-11-04', '02:30', '10:30 AM'],
] as const)('on %s at %s, when clocks in Los Angeles change, it is %s in UTC', ([date, time, shown]) => {
  expect(customersClock({ ...evening, date, time }, 'UTC', 'en')).toBe(shown)
})

it('formats the time in German for a customer who speaks German', () => {
  expect(customersClock(evening, 'Europe/Berlin', 'de')).toBe('Dienstag, 16. Januar 2035, 04:30 Uhr')
})

it("says the time on the customer's clock in another time zone", async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grantAll()
  expect((await device.intent('BookTableIntent', said)).speech).not.toContain('clock')
  emulator.customer.set({ timeZone: 'Europe/Berlin' })
  const turn = await device.intent('BookTableIntent', said)
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain(
    "at 7:30 PM. That's the restaurant's local time. In your time zone, it's Tuesday, January 16, 2035, 4:30 AM.",
  )
})

it('says it even to a customer who shares nothing', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.set({ timeZone: 'America/New_York' })
  await device.intent('BookTableIntent', said)
  const turn = await device.answerConsent('deny')
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain("In your time zone, it's 10:30 PM.")
})

it('books without it if the time zone cannot be read', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grantAll()
  emulator.customer.set({ timeZone: 'Europe/Berlin' })
  for (const situation of ['server-error', 'malformed', 'token-invalid', 'silent'] as const) {
    emulator.clearSituations()
    emulator.situation(situation, { fields: ['timeZone'] })
    const turn = await device.intent('BookTableIntent', said)
    expect(turn.speech, situation).toContain('Thank you, Ann. Your table for 4 people is booked')
    expect(turn.speech, situation).not.toContain('clock')
  }
})
