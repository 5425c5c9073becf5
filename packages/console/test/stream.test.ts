import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { say } from '../../emulator/test/scripted-skill.js'
import type { ConsoleMail } from '../src/index.js'
import { readEvents } from './event-reader.js'
import { startedConsole } from './started-console.js'
import { tableTalk } from './table-talk.js'

it('begins with the current state, and continues with events', async () => {
  const console = await startedConsole({ skill: tableTalk })
  await console.send('intent', { intent: 'BookTableIntent', slots: {} })
  const stream = await readEvents(console.url)
  expect(await stream.snapshot()).toMatchObject({
    state: { customer: { cards: [{ state: 'open' }] } },
    turns: [{ id: 1, response: { speech: 'Please look at your Alexa app.' }, apiRequests: [{ status: 403 }] }],
    apiRequests: [{ turnId: 1 }],
  })
  await console.send('open', {})
  expect(await stream.next('turn')).toMatchObject({ turn: { id: 2 } })
})

it('sends the same events to every page', async () => {
  const console = await startedConsole({ skill: tableTalk })
  const streams = await Promise.all([1, 2, 3].map(() => readEvents(console.url)))
  await Promise.all(streams.map((stream) => stream.snapshot()))
  await console.send('open', {})
  const seen = await Promise.all(streams.map((stream) => stream.next('turn')))
  expect(new Set(seen.map(({ turn }) => turn.requestId)).size).toBe(1)
})

it('shows earlier and later emails', async () => {
  const listeners = new Set<(mail: ConsoleMail) => void>()
  const mail = (subject: string, text = 'Your table is booked.'): ConsoleMail => ({
    receivedAt: '2026-11-25T12:00:00Z',
    deliveredTo: ['ann@example.com'],
    from: undefined,
    subject,
    text,
    html: undefined,
    attachments: [{ fileName: 'table.ics', mimeType: 'text/calendar', bytes: 120 }],
  })
  const subscribe = (listener: (mail: ConsoleMail) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const mailbox = { url: 'smtp://127.0.0.1:2525', mails: [mail('First')], subscribe }
  const console = await startedConsole({ mailbox })
  const stream = await readEvents(console.url)
  expect(await stream.snapshot()).toMatchObject({
    state: { mailbox: mailbox.url },
    mails: [{ id: 1, subject: 'First', deliveredTo: ['ann@example.com'], attachments: [{ fileName: 'table.ics' }] }],
  })
  for (const listener of listeners) listener(mail('Second', 'x'.repeat(50_000)))
  expect((await stream.next('mail')).mail).toMatchObject({ id: 2, text: expect.stringMatching(/^x{20000}…$/) })
  await console.close()
  expect(listeners.size).toBe(0)
})

it('disconnects a page that does not read', async () => {
  const console = await startedConsole({ skill: tableTalk })
  const { hostname, port, host } = new URL(console.url)
  const socket = connect(Number(port), hostname)
  socket.write(`GET /console/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  await new Promise((resolve) => socket.once('readable', resolve))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const detail = 'x'.repeat(1_000_000)
  for (let count = 0; count < 20; count += 1) {
    console.report({ level: 'info', title: 'Much to read', detail })
    await new Promise(setImmediate)
  }
  socket.on('error', () => undefined).resume()
  await closed
})

it('keeps the latest turns of a long session, and returns earlier turns page by page', async () => {
  const console = await startedConsole({ skill: () => say('Hello.') })
  const device = console.emulator.device(() => say('Hello.'))
  await device.open()
  for (let count = 0; count < 120; count += 1) await device.intent('AMAZON.HelpIntent')
  const { turns } = await (await readEvents(console.url)).snapshot()
  expect([turns.length, turns.at(-1)?.id]).toEqual([50, 121])
  const page = await console.before(turns[0]?.id ?? 0)
  expect([page.turns.length, page.turns[0]?.id, page.turns.at(-1)?.id, page.more]).toEqual([50, 22, 71, true])
  expect(await console.before(22)).toMatchObject({ more: false, turns: { length: 21 } })
})

it('closes its connections when the console closes', async () => {
  const console = await startedConsole({ skill: tableTalk })
  const response = await fetch(new URL('/console/events', console.url))
  const ended = response.text().catch(() => 'cut')
  await console.close()
  await ended
  await expect(fetch(console.url)).rejects.toThrow()
})

it('starts as in the README', async () => {
  const { console, mailbox } = await import('./console-example.js')
  expect(await (await readEvents(console.url)).snapshot()).toMatchObject({
    state: { skill: { name: 'http://127.0.0.1:3000/alexa' }, mailbox: mailbox.url },
  })
  await Promise.all([console.close(), mailbox.close()])
})
