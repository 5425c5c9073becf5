import type { MobileNumber } from '@alexa-profile/nestjs'
import { bigint, boolean, char, date, index, jsonb, pgTable, smallint, text, timestamp } from 'drizzle-orm/pg-core'

/** The restaurant's bookings. When a customer disables the skill, the customer is forgotten and the table stays booked. */
export const bookings = pgTable(
  'bookings',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Six digits. */
    reference: char({ length: 6 }).notNull().unique(),
    date: date({ mode: 'string' }).notNull(),
    /** `19:30`, in the restaurant's time zone. */
    time: char({ length: 5 }).notNull(),
    partySize: smallint('party_size').notNull(),
    /** Alexa's id for the customer. Each skill gets a different id, and a new one after the customer disables the skill. */
    userId: text('user_id'),
    givenName: text('given_name'),
    mobileNumber: jsonb('mobile_number').$type<MobileNumber>(),
    bookedAt: timestamp('booked_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('bookings_user_id').on(table.userId)],
)

/** The data that the skill keeps about a customer. The name and the address are not stored, but read when they are needed. */
export const customers = pgTable('customers', {
  userId: text('user_id').primaryKey(),
  /** The latest permission event, as JSON. */
  consent: jsonb().$type<object>().notNull(),
  wasWelcomed: boolean('was_welcomed').notNull(),
})
