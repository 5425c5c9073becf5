import { describe, expect, it } from 'vitest'
import { readReservation } from '../src/bookings/reservation.js'

/** 2 p.m. in Los Angeles, 10 p.m. in UTC. */
const now = new Date('2026-12-23T22:00:00Z')
const good = { date: '2026-12-24', time: '19:30', partySize: '4' }

describe('readReservation', () => {
  it('takes a day, a time and a number of guests', () => {
    expect(readReservation(good, now)).toEqual({ reservation: { date: '2026-12-24', time: '19:30', partySize: 4 } })
  })

  it.for([
    ['a week', { date: '2026-W53' }, 'date', 'unclear'],
    ['a weekend', { date: '2026-W53-WE' }, 'date', 'unclear'],
    ['a month', { date: '2026-12' }, 'date', 'unclear'],
    ['a decade', { date: '202X' }, 'date', 'unclear'],
    ['right now', { date: 'PRESENT_REF' }, 'date', 'unclear'],
    ['a day that does not exist', { date: '2027-02-30' }, 'date', 'unclear'],
    ['markup for a day', { date: '<audio src="x"/>' }, 'date', 'unclear'],
    ['yesterday', { date: '2026-12-22' }, 'date', 'in-the-past'],
    ['the evening', { time: 'EV' }, 'time', 'unclear'],
    ['now for a time', { time: 'PRESENT_REF' }, 'time', 'unclear'],
    ['a 25th hour', { time: '25:00' }, 'time', 'unclear'],
    ['this morning', { date: '2026-12-23', time: '09:00' }, 'time', 'in-the-past'],
    ['no number', { partySize: '?' }, 'partySize', 'unclear'],
    ['half a guest', { partySize: '2.5' }, 'partySize', 'unclear'],
    ['nobody', { partySize: '0' }, 'partySize', 'too-few'],
    ['fewer than nobody', { partySize: '-3' }, 'partySize', 'too-few'],
    ['a crowd', { partySize: '13' }, 'partySize', 'too-many'],
    ['an endless number', { partySize: '9'.repeat(400) }, 'partySize', 'too-many'],
    ['no date', { date: undefined }, 'date', 'missing'],
    ['an empty date', { date: '' }, 'date', 'missing'],
  ] as const)('does not take %s', ([, slots, slot, kind]) => {
    expect(readReservation({ ...good, ...slots }, now)).toEqual({ problem: { slot, kind } })
  })

  it.for(['1', '12'])('takes a party of %s', (partySize) => {
    expect(readReservation({ ...good, partySize }, now).reservation?.partySize).toBe(Number(partySize))
  })

  it("reckons today by the restaurant's clock", () => {
    const lateInLosAngeles = new Date('2026-12-24T06:00:00Z')
    expect(readReservation({ ...good, date: '2026-12-23', time: '22:30' }, lateInLosAngeles).problem).toBeUndefined()
  })

  it('speaks of a wrong value before a missing one', () => {
    expect(readReservation({ ...good, date: undefined, partySize: '13' }, now).problem).toEqual({
      slot: 'partySize',
      kind: 'too-many',
    })
  })
})
