import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { BookingsService } from '../src/bookings/bookings.service.js'
import { Database } from '../src/database/database.js'

it('keeps bookings across a restart, in the directory of the embedded database', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'table-talk-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const options = { url: undefined, directory: join(parent, 'not', 'yet', 'there') }
  const userId = 'amzn1.ask.account.ann'
  const reservation = { date: '2027-01-30', time: '19:30', partySize: 4 }

  const first = await Database.open(options)
  const reference = await new BookingsService(first).book(reservation, { userId })
  await first.onApplicationShutdown()

  const second = await Database.open(options)
  expect(await new BookingsService(second).latestOf(userId)).toEqual({ reference, reservation })
  await second.onApplicationShutdown()
}, 180_000)
