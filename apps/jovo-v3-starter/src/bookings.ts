import { randomInt } from 'node:crypto'
import type { MobileNumber } from '@alexa-profile/jovo/v3'
import type { Reservation } from './reservation.js'

export interface Guest {
  /**
   * Alexa's id for the customer. Each skill gets a different id, and a new one after the customer disables the skill.
   */
  readonly userId: string
  /** The first name; absent if the customer does not share it. */
  readonly givenName?: string | undefined
  /** The mobile number, for calls from the restaurant; absent if the customer does not share it. */
  readonly mobileNumber?: MobileNumber | undefined
}

export interface Booking {
  readonly reservation: Reservation
  /** Six digits. */
  readonly reference: string
}

/** The restaurant's bookings. Implement this with your own system. */
export interface Bookings {
  /** Books a table and resolves to the reference. Rejects if booking fails. */
  book(reservation: Reservation, guest: Guest): Promise<string>
  /** The latest booking of this customer. */
  latestOf(userId: string): Promise<Booking | undefined>
  /** Forgets the customer. The tables stay booked under their references. */
  forget(userId: string): Promise<void>
}

/** Keeps bookings in memory, so that the skill works before it is connected to a database. */
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
