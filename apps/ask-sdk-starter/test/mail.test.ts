import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { startTableTalk, tableForFour } from './table-talk.js'

/** Starts a mail server with this listener on a free port. */
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
  'has an invalid URL': async () => 'smtp://user:ann@example.com@[',
  'is down': async () => 'smtp://127.0.0.1:1',
  'does not respond': () => listen(() => {}),
  'closes the connection': () => listen((socket) => socket.destroy()),
  'rejects the recipient': () =>
    listen((socket) => {
      socket.write('220 hello\r\n')
      socket.on('data', (line) => socket.write(String(line).startsWith('RCPT') ? '550 no such user\r\n' : '250 ok\r\n'))
    }),
  'never finishes its greeting': () =>
    listen((socket) => {
      const drip = setInterval(() => socket.write('220-wait\r\n'), 50)
      socket.on('close', () => clearInterval(drip))
    }),
}

it.for(Object.entries(servers))(
  'keeps the booking and says that it could not email if the mail server %s',
  async ([, url]) => {
    const { turn, logged } = await bookWith(await url())
    expect(turn.violations).toEqual([])
    expect(turn.speech).toMatch(/Thank you, Ann\..*is booked.*couldn't email you the confirmation/)
    expect(logged).toEqual([expect.objectContaining({ event: 'mail-failed' })])
    expect(JSON.stringify(logged)).not.toContain('ann@example.com')
  },
)

it('waits 2.5 s for a slow mail server by default', async () => {
  const { emulator, device } = await startTableTalk({ mail: { smtpUrl: await listen(() => {}) } })
  emulator.customer.grantAll()
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.speech).toContain('is booked')
  expect(turn.violations).toEqual([])
  expect(turn.durationMs).toBeGreaterThan(2400)
})
