import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { startTableTalk, tableForFour } from './table-talk.js'

/** A mail server made of one listener, on a port of its own. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function bookWith(smtpUrl: string | undefined) {
  const tableTalk = await startTableTalk({ mail: { smtpUrl, timeoutMs: 400 } })
  tableTalk.emulator.customer.grantAll()
  return { ...tableTalk, turn: await tableTalk.device.intent('BookTableIntent', tableForFour) }
}

const servers: Record<string, () => Promise<string | undefined>> = {
  'is not configured': async () => undefined,
  'is configured with what is no URL': async () => 'smtp://user:ann@example.com@[',
  'is down': async () => 'smtp://127.0.0.1:1',
  'says nothing': () => listen(() => {}),
  'hangs up': () => listen((socket) => socket.destroy()),
  'refuses the recipient': () =>
    listen((socket) => {
      socket.write('220 hello\r\n')
      socket.on('data', (line) => socket.write(String(line).startsWith('RCPT') ? '550 no such user\r\n' : '250 ok\r\n'))
    }),
  'drips its greeting for ever': () =>
    listen((socket) => {
      const drip = setInterval(() => socket.write('220-wait\r\n'), 50)
      socket.on('close', () => clearInterval(drip))
    }),
}

it.for(Object.entries(servers))('keeps the booking and says so when the mail server %s', async ([, url]) => {
  const { turn, logged } = await bookWith(await url())
  expect(turn.violations).toEqual([])
  expect(turn.speech).toMatch(/Thank you, Ann\..*is booked.*couldn't mail you the confirmation/)
  expect(turn.durationMs).toBeLessThan(2400)
  expect(logged).toEqual([expect.objectContaining({ event: 'mail-failed' })])
  expect(JSON.stringify(logged)).not.toContain('ann@example.com')
})

it('gives a slow mail server 2.5 s unless told otherwise', { timeout: 10_000 }, async () => {
  const { emulator, device } = await startTableTalk({ mail: { smtpUrl: await listen(() => {}) } })
  emulator.customer.grantAll()
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.speech).toContain('is booked')
  expect(turn.durationMs).toBeLessThan(6000)
})
