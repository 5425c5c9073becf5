import { ConsoleLogger, Logger } from '@nestjs/common'
import { afterEach, expect, it, vi } from 'vitest'
import { noTextProvider } from '../src/confirmation/send-text.js'
import { startTableTalk, tableForFour } from './table-talk.js'

afterEach(() => {
  vi.restoreAllMocks()
})

it.for([true, false])('logs no personal data and no token, for any outcome, with JSON %s', async (json) => {
  const lines: string[] = []
  const keep = (...values: unknown[]) => {
    lines.push(values.join(' '))
    return true
  }
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(keep)
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation(keep)
  }
  vi.spyOn(process, 'emitWarning').mockImplementation(keep)
  const logger = new ConsoleLogger({ json, colors: false })
  const start = (options: Parameters<typeof startTableTalk>[0] = {}) => startTableTalk({ logger, ...options })

  const tokens: string[] = []
  const { emulator, skill, send } = await start({ sendText: noTextProvider })
  emulator.subscribe(skill)
  const device = emulator.device((event: { context: { System: { apiAccessToken: string } } }) => {
    tokens.push(event.context.System.apiAccessToken)
    return send(event)
  })
  for (const answer of ['deny', 'failure', 'accept'] as const) {
    await device.open()
    await device.intent('BookTableIntent', tableForFour)
    if (device.sessionOpen) await device.answerConsent(answer).catch(() => undefined)
  }
  emulator.customer.grantAll()
  await device.intent('TextConfirmationIntent')
  await emulator.eventsDelivered()
  for (const situation of ['throttled', 'malformed', 'blocked', 'token-invalid', 'wrong-shape', 'html'] as const) {
    emulator.situation(situation, { requests: 3 })
    await device.intent('BookTableIntent', tableForFour)
    emulator.clearSituations()
  }
  emulator.customer.disableSkill()
  await emulator.eventsDelivered()

  const withoutMail = await start({ mail: { smtpUrl: 'smtp://127.0.0.1:1' } })
  withoutMail.emulator.subscribe(withoutMail.skill)
  withoutMail.emulator.customer.grantAll()
  await withoutMail.device.intent('BookTableIntent', tableForFour)
  await withoutMail.emulator.eventsDelivered()
  const failing = { book: async (...parts: unknown[]) => Promise.reject(new Error(JSON.stringify(parts))) }
  const withoutBook = await start({ bookings: failing })
  withoutBook.emulator.customer.grantAll()
  await withoutBook.device.intent('BookTableIntent', tableForFour)
  const envelope = withoutBook.emulator.envelope({ request: { type: 'LaunchRequest' } })
  await fetch(withoutBook.skill, {
    method: 'POST',
    body: JSON.stringify(envelope),
    headers: { 'content-type': 'application/json' },
  })

  vi.restoreAllMocks()
  Logger.overrideLogger(false)
  const written = lines.join('\n')
  for (const told of ['mail-failed', 'request-failed', 'SMS_PROVIDER_NOT_SET', 'signature-missing']) {
    expect(written).toContain(told)
  }
  expect(tokens.length).toBeGreaterThan(10)
  for (const secret of ['Ann', 'example.com', '2065550100', ...tokens]) expect(written).not.toContain(secret)
})
