import { FastifyAdapter } from '@nestjs/platform-fastify'
import { describe, expect, it } from 'vitest'
import { startTableTalk, type TableTalk, tableForFour } from './table-talk.js'

const adapters = [
  ['Express', () => undefined],
  ['Fastify', () => new FastifyAdapter()],
] as const

/** Posts a request that Alexa would not send. */
async function post({ skill }: TableTalk, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(skill, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return { status: response.status, reason: ((await response.json()) as { reason?: string }).reason }
}

describe.each(adapters)('on %s', (_, createAdapter) => {
  const start = () => {
    const adapter = createAdapter()
    return startTableTalk(adapter === undefined ? {} : { adapter })
  }

  it('plays a whole conversation with a skill that verifies each request', async () => {
    const { emulator, device, skill, mailbox, texts, logged } = await start()
    emulator.subscribe(skill)
    expect((await device.open()).speech).toContain('Welcome to Table Talk.')
    await device.intent('BookTableIntent', tableForFour)
    const booked = await device.answerConsent('accept')
    expect(booked.violations).toEqual([])
    expect(booked.speech).toContain('Thank you, Ann.')
    expect((await device.intent('TextConfirmationIntent')).card?.permissions).toHaveLength(1)
    emulator.customer.cards.at(-1)?.grant()
    expect((await device.intent('TextConfirmationIntent')).violations).toEqual([])
    await emulator.eventsDelivered()
    expect(emulator.events.map(({ acknowledged }) => acknowledged)).toEqual([true, true])
    expect([mailbox.mails.length, texts.length]).toEqual([2, 1])
    expect(logged).toEqual([])
  })

  it('rejects requests that Alexa did not send with status 400, as Alexa requires, and does nothing else', async () => {
    const tableTalk = await start()
    const { emulator } = tableTalk
    emulator.customer.grantAll()
    const body = JSON.stringify(emulator.envelope())
    const { headersFor } = await emulator.signer()
    const old = JSON.stringify(
      emulator.envelope({ request: { type: 'LaunchRequest', timestamp: '2026-01-01T00:00:00Z' } }),
    )
    const other = body.replaceAll('amzn1.ask.skill.table-talk', 'amzn1.ask.skill.another')
    expect(await post(tableTalk, body)).toEqual({ status: 400, reason: 'signature-missing' })
    expect(await post(tableTalk, `${body} `, headersFor(body))).toEqual({ status: 400, reason: 'signature-mismatch' })
    expect(await post(tableTalk, old, headersFor(old))).toEqual({ status: 400, reason: 'timestamp-too-old' })
    expect(await post(tableTalk, other, headersFor(other))).toEqual({ status: 400, reason: 'skill-unknown' })
    expect((await post(tableTalk, '{"request":', headersFor('{"request":'))).status).toBe(400)
    expect((await post(tableTalk, body, headersFor(body))).status).toBe(200)
    expect(emulator.requests).toEqual([])
  })

  it('answers its current requests before it shuts down', async () => {
    const { emulator, device, mailbox, close } = await start()
    emulator.customer.grantAll()
    emulator.situation('slow', { delayMs: 400, requests: 3 })
    const turn = device.intent('BookTableIntent', tableForFour)
    while (emulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const closed = close()
    expect((await turn).speech).toContain('Thank you, Ann.')
    await closed
    expect(mailbox.mails).toHaveLength(1)
  })

  it('is healthy while its database responds', async () => {
    const { skill } = await start()
    const response = await fetch(new URL('/health', skill))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'ok', details: { database: { status: 'up' } } })
  })
})

it('is unhealthy while its database does not respond, and does not say why', async () => {
  const { skill } = await startTableTalk({
    database: { ping: () => Promise.reject(new Error('db.example.com is gone')) },
  })
  const response = await fetch(new URL('/health', skill))
  expect(response.status).toBe(503)
  const text = await response.text()
  expect(JSON.parse(text)).toMatchObject({ status: 'error', error: { database: { status: 'down' } } })
  expect(text).not.toContain('example.com')
})
