import { randomUUID } from 'node:crypto'
import type { PermissionEvent } from '@alexa-profile/nestjs'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { BookingsService } from '../src/bookings/bookings.service.js'
import { CustomersService } from '../src/customers/customers.service.js'
import { Database } from '../src/database/database.js'
import * as schema from '../src/database/schema.js'
import { sharedDatabase } from './shared-database.js'

const tableForFour = { date: '2027-01-30', time: '19:30', partySize: 4 }
const userIdOf = (name: string) => `amzn1.ask.account.${name}-${randomUUID()}`

const changedAt = (time: string): PermissionEvent => ({
  type: 'AlexaSkillEvent.SkillPermissionChanged',
  accepted: ['alexa::profile:email:read'],
  userId: 'amzn1.ask.account.ann',
  createdAt: new Date(time),
  publishedAt: new Date(time),
  requestId: '1',
})

it('keeps customers apart and returns the latest booking of each', async () => {
  const bookings = new BookingsService(await sharedDatabase())
  const [ann, ben] = [userIdOf('ann'), userIdOf('ben')]
  await bookings.book(tableForFour, { userId: ann, givenName: 'Ann' })
  await bookings.book({ ...tableForFour, partySize: 9 }, { userId: ben })
  const reference = await bookings.book({ ...tableForFour, time: '20:00' }, { userId: ann })
  expect(reference).toMatch(/^\d{6}$/)
  expect(await bookings.latestOf(ann)).toEqual({ reference, reservation: { ...tableForFour, time: '20:00' } })
  expect(await bookings.latestOf(ben)).toMatchObject({ reservation: { partySize: 9 } })
  expect(await bookings.latestOf(userIdOf('cleo'))).toBeUndefined()
})

it('forgets a customer, keeps the table booked, and does not change other customers', async () => {
  const database = await sharedDatabase()
  const bookings = new BookingsService(database)
  const [ann, ben] = [userIdOf('ann'), userIdOf('ben')]
  const mobileNumber = { countryCode: '+1', phoneNumber: '2065550100' }
  const reference = await bookings.book(tableForFour, { userId: ann, givenName: 'Ann', mobileNumber })
  await bookings.book(tableForFour, { userId: ben })
  const rowOf = async (wanted: string) =>
    (await database.orm.select().from(schema.bookings).where(eq(schema.bookings.reference, wanted)))[0]
  expect(await rowOf(reference)).toMatchObject({ userId: ann, givenName: 'Ann', mobileNumber })

  await bookings.forget(ann)
  const noCustomer = { userId: null, givenName: null, mobileNumber: null }
  expect(await rowOf(reference)).toMatchObject({ ...tableForFour, ...noCustomer })
  expect(await bookings.latestOf(ann)).toBeUndefined()
  expect(await bookings.latestOf(ben)).toBeDefined()
})

it('gives every booking a different reference, even at the same time', async () => {
  const bookings = new BookingsService(await sharedDatabase())
  const guests = Array.from({ length: 60 }, (_, index) => ({ userId: userIdOf(String(index)) }))
  const references = await Promise.all(guests.map((guest) => bookings.book(tableForFour, guest)))
  expect(new Set(references).size).toBe(60)
})

it('keeps the latest consent of a customer, with its times, until the customer is forgotten', async () => {
  const customers = new CustomersService(await sharedDatabase())
  const ann = userIdOf('ann')
  expect(await customers.find(ann)).toBeUndefined()
  await customers.keep(ann, { consent: changedAt('2026-11-25T10:00:00Z'), wasWelcomed: false })
  const latest = { consent: changedAt('2026-11-25T11:00:00Z'), wasWelcomed: true }
  await customers.keep(ann, latest)
  expect(await customers.find(ann)).toEqual(latest)
  await customers.forget(ann)
  expect(await customers.find(ann)).toBeUndefined()
})

it('stores names and ids with any characters unchanged', async () => {
  const bookings = new BookingsService(await sharedDatabase())
  const userId = userIdOf("'; drop table bookings; --")
  await bookings.book(tableForFour, { userId, givenName: "Robert'); DROP TABLE customers;--" })
  expect(await bookings.latestOf(userId)).toBeDefined()
  expect(await bookings.latestOf("' or '1'='1")).toBeUndefined()
})

it('does not start without its server, and does not show the password', async () => {
  const open = Database.open({ url: 'postgres://ann:secret@127.0.0.1:1/table_talk', directory: '' })
  await expect(open).rejects.toThrow(/ECONNREFUSED/)
  await expect(open).rejects.not.toThrow(/secret/)
})
