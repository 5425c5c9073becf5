import { randomInt } from 'node:crypto'
import type { MobileNumber } from '@alexa-profile/nestjs'
import { Inject, Injectable } from '@nestjs/common'
import { desc, eq } from 'drizzle-orm'
import { Database } from '../database/database.js'
import { bookings } from '../database/schema.js'
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

/** The restaurant's bookings. */
@Injectable()
export class BookingsService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Books a table and resolves to the reference. Rejects if booking fails. */
  async book({ date, time, partySize }: Reservation, guest: Guest): Promise<string> {
    const { userId, givenName, mobileNumber } = guest
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const reference = String(randomInt(100_000, 1_000_000))
      const [booked] = await this.database.orm
        .insert(bookings)
        .values({ reference, date, time, partySize, userId, givenName, mobileNumber })
        .onConflictDoNothing({ target: bookings.reference })
        .returning({ reference: bookings.reference })
      if (booked !== undefined) return booked.reference
    }
    throw Object.assign(new Error('No free reference was found. Use longer references.'), {
      code: 'REFERENCES_USED_UP',
    })
  }

  /** The latest booking of this customer. */
  async latestOf(userId: string): Promise<Booking | undefined> {
    const { reference, date, time, partySize } = bookings
    const [latest] = await this.database.orm
      .select({ reference, reservation: { date, time, partySize } })
      .from(bookings)
      .where(eq(bookings.userId, userId))
      .orderBy(desc(bookings.id))
      .limit(1)
    return latest
  }

  /** Forgets the customer. The tables stay booked under their references. */
  async forget(userId: string): Promise<void> {
    const noCustomer = { userId: null, givenName: null, mobileNumber: null }
    await this.database.orm.update(bookings).set(noCustomer).where(eq(bookings.userId, userId))
  }
}
