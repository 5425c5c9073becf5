import 'reflect-metadata'
import { startEmulator } from '@alexa-profile/emulator'
import { Test } from '@nestjs/testing'
import { expect, it } from 'vitest'
import { AppModule } from './app.module.js'
import { Bookings } from './bookings.js'

it('asks for consent, then books by name', async () => {
  const emulator = await startEmulator()
  process.env.SKILL_ID = 'amzn1.ask.skill.table-talk'
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const testing = await Test.createTestingModule({ imports: [AppModule] }).compile()
  const app = testing.createNestApplication({ rawBody: true })
  await app.listen(0)
  const device = emulator.device(`${await app.getUrl()}/alexa`)

  const refused = await device.intent('BookTableIntent', { date: '2026-12-24' })
  expect(refused.card?.permissions).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])

  emulator.customer.cards[0]?.grant()
  expect((await device.intent('BookTableIntent', { date: '2026-12-24' })).speech).toBe(
    'Thank you, Ann, your table is booked.',
  )
  expect(app.get(Bookings).all).toEqual([{ email: 'ann@example.com', phone: undefined, date: '2026-12-24' }])

  await app.close()
  await emulator.close()
})
