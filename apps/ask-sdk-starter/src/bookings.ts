import { randomInt } from 'node:crypto'
import type { MobileNumber } from '@alexa-profile/ask-sdk'
import type { Reservation } from './reservation.js'

export interface Guest {
  readonly givenName: string
  /** For the restaurant to call; absent when the customer shares none. */
  readonly mobileNumber?: MobileNumber | undefined
}

/** The restaurant's book. Put your own system behind this. */
export interface Bookings {
  /** Books and resolves to the reference, six digits; rejects when it cannot. */
  book(reservation: Reservation, guest: Guest): Promise<string>
}

/** Keeps the bookings of this process, so that a copy of this skill works before it is connected to anything. */
export function inMemoryBookings(): Bookings {
  const bookings = new Map<string, Reservation & { readonly guest: Guest }>()
  return {
    async book(reservation, guest) {
      let reference: string
      do reference = String(randomInt(100_000, 1_000_000))
      while (bookings.has(reference))
      bookings.set(reference, { ...reservation, guest })
      return reference
    },
  }
}
