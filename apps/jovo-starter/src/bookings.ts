import { randomInt } from 'node:crypto'
import type { MobileNumber } from '@alexa-profile/jovo'
import type { Reservation } from './reservation.js'

export interface Guest {
  /** Alexa's id for the customer: this skill's own, and a new one after the skill was disabled. */
  readonly userId: string
  /** Absent when the customer does not share it. */
  readonly givenName?: string | undefined
  /** For the restaurant to call; absent when the customer shares none. */
  readonly mobileNumber?: MobileNumber | undefined
}

export interface Booking {
  readonly reservation: Reservation
  /** Six digits. */
  readonly reference: string
}

/** The restaurant's book. Put your own system behind this. */
export interface Bookings {
  /** Books and resolves to the reference; rejects when it cannot. */
  book(reservation: Reservation, guest: Guest): Promise<string>
  /** What this customer booked last. */
  latestOf(userId: string): Promise<Booking | undefined>
  /** Forgets who booked. The tables stay booked, under their references. */
  forget(userId: string): Promise<void>
}

/** Keeps the bookings of this process, so that a copy of this skill works before it is connected to anything. */
export function inMemoryBookings(): Bookings {
  const bookings = new Map<string, Booking & { readonly guest?: Guest }>()
  const madeBy = (userId: string) => [...bookings.values()].filter(({ guest }) => guest?.userId === userId)
  return {
    async book(reservation, guest) {
      let reference: string
      do reference = String(randomInt(100_000, 1_000_000))
      while (bookings.has(reference))
      bookings.set(reference, { reservation, reference, guest })
      return reference
    },
    latestOf: async (userId) => madeBy(userId).at(-1),
    async forget(userId) {
      for (const { reservation, reference } of madeBy(userId)) bookings.set(reference, { reservation, reference })
    },
  }
}
