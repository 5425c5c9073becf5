import { describe, expect, it } from 'vitest'
import { readReservation, withTonight } from '../src/reservation.js'

/** 7 p.m. on the 23rd in Los Angeles, 3 a.m. on the 24th in UTC. */
const now = new Date('2026-12-24T03:00:00Z')
const good = { date: '2026-12-24', time: '19:30', partySize: '4' }

describe('readReservation', () => {
  it('accepts a day, a time and a number of guests', () => {
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
    ['half past five, when it is seven', { date: '2026-12-23', time: '05:30' }, 'time', 'in-the-past'],
    ['noon', { time: '12:00' }, 'time', 'closed'],
    ['half past four', { time: '04:30' }, 'time', 'closed'],
    ['eleven at night', { time: '23:00' }, 'time', 'closed'],
    ['half an hour after midnight', { time: '00:30' }, 'time', 'closed'],
    ['no number', { partySize: '?' }, 'partySize', 'unclear'],
    ['half a guest', { partySize: '2.5' }, 'partySize', 'unclear'],
    ['no guests', { partySize: '0' }, 'partySize', 'too-few'],
    ['a negative number of guests', { partySize: '-3' }, 'partySize', 'too-few'],
    ['a crowd', { partySize: '13' }, 'partySize', 'too-many'],
    ['an endless number', { partySize: '9'.repeat(400) }, 'partySize', 'too-many'],
    ['no date', { date: undefined }, 'date', 'missing'],
    ['an empty date', { date: '' }, 'date', 'missing'],
  ] as const)('does not accept %s', ([, slots, slot, kind]) => {
    expect(readReservation({ ...good, ...slots }, now)).toEqual({ problem: { slot, kind } })
  })

  it.for([
    ['07:00', '19:00'],
    ['07:30', '19:30'],
    ['10:30', '22:30'],
    ['05:00', '17:00'],
    ['19:00', '19:00'],
  ])('understands %s as %s, because the restaurant opens in the evening', ([time, meant]) => {
    expect(readReservation({ ...good, time }, now).reservation?.time).toBe(meant)
  })

  it.for(['1', '12'])('accepts a party of %s', (partySize) => {
    expect(readReservation({ ...good, partySize }, now).reservation?.partySize).toBe(Number(partySize))
  })

  it("uses today's date in the restaurant's time zone", () => {
    const lateInLosAngeles = new Date('2026-12-24T06:00:00Z')
    expect(readReservation({ ...good, date: '2026-12-23', time: '22:30' }, lateInLosAngeles).problem).toBeUndefined()
  })

  it('reports an invalid value before a missing one', () => {
    expect(readReservation({ ...good, date: undefined, partySize: '13' }, now).problem).toEqual({
      slot: 'partySize',
      kind: 'too-many',
    })
  })
})

describe('withTonight', () => {
  const date = { name: 'date' }

  it.for(['EV', 'NI'])("adds the restaurant's date for %s without a date", (value) => {
    const slots = { date, time: { value }, partySize: { value: '2' } }
    const filled = { ...slots, date: { ...date, value: '2026-12-23' } }
    expect(withTonight({ name: 'BookTableIntent', slots }, now)).toEqual({ name: 'BookTableIntent', slots: filled })
  })

  it.for([{ date: { value: '2026-12-25' }, time: { value: 'EV' } }, { date, time: { value: '19:30' } }, { date }, {}])(
    'does not change %o',
    (slots) => {
      expect(withTonight({ slots }, now)).toEqual({ slots })
    },
  )
})
