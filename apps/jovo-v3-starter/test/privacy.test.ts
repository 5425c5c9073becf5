import type { RequestEnvelope } from '@alexa-profile/emulator'
import { afterEach, expect, it, vi } from 'vitest'
import { type Bookings, inMemoryBookings } from '../src/bookings.js'
import { logToConsole } from '../src/log.js'
import { createSkill } from '../src/skill.js'
import { startTableTalk, tableForFour } from './table-talk.js'

afterEach(() => {
  vi.restoreAllMocks()
})

it('logs no personal data and no token, for any outcome', async () => {
  const lines: string[] = []
  const keep = (...values: unknown[]) => {
    lines.push(values.join(' '))
    return true
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation(keep)
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation(keep)
  }
  vi.spyOn(process, 'emitWarning').mockImplementation(keep)

  const { emulator, mailbox } = await startTableTalk()
  const profile = { allowedEndpoints: [emulator.url] }
  const tokens: string[] = []
  const listening = (skill: ReturnType<typeof createSkill>) => (event: RequestEnvelope) => {
    tokens.push(String(event.context.System.apiAccessToken))
    return skill.invoke(event)
  }
  const book = (skill: ReturnType<typeof createSkill>) =>
    emulator.device(listening(skill)).intent('BookTableIntent', tableForFour)

  const skill = createSkill({ profile, mail: { smtpUrl: mailbox.url }, log: logToConsole })
  emulator.subscribe(listening(skill))
  const device = emulator.device(listening(skill))
  for (const answer of ['deny', 'failure', 'accept'] as const) {
    await device.intent('BookTableIntent', tableForFour)
    await device.answerConsent(answer)
  }
  emulator.customer.grantAll()
  await device.intent('TextConfirmationIntent')
  await emulator.eventsDelivered()
  await book(skill)
  for (const situation of ['throttled', 'malformed', 'blocked', 'token-invalid', 'wrong-shape', 'html'] as const) {
    emulator.situation(situation, { requests: 3 })
    await book(skill)
    emulator.clearSituations()
  }
  await book(createSkill({ profile, mail: { smtpUrl: 'smtp://127.0.0.1:1' } }))
  await book(createSkill())
  const bookings: Bookings = {
    ...inMemoryBookings(),
    book: async (_, guest) => Promise.reject(new Error(JSON.stringify(guest))),
  }
  await book(createSkill({ profile, bookings }))
  emulator.subscribe(listening(createSkill({ profile, mail: { smtpUrl: 'smtp://127.0.0.1:1' } })))
  emulator.customer.revoke('mobileNumber')
  emulator.customer.disableSkill()
  await emulator.eventsDelivered()

  vi.restoreAllMocks()
  const written = lines.join('\n')
  expect(written).toContain('"event":"mail-failed"')
  expect(written).toContain('"code":"endpoint-not-allowed","message":"')
  expect(written).toContain('"code":"SMS_PROVIDER_NOT_SET"')
  expect(tokens.length).toBeGreaterThan(10)
  for (const secret of ['Ann', 'example.com', '2065550100', ...tokens]) expect(written).not.toContain(secret)
})
