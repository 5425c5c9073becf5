import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../src/base/clock.js'
import { adoptAgent, shareConnections } from '../src/http/connection.js'
import { value } from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

/** Opens that many unused connections to the server, and runs the check before the next request after a pause. */
async function idleConnections(count: number) {
  server.answer(value('Ann'))
  const fields = (['name', 'givenName', 'email'] as const).slice(0, count)
  await server.client().forRequest(envelopeFor(server.origin)).read(fields)
  const { connections, release } = shareConnections('https:', [server.ca])
  onTestFinished(release)
  const target = {
    href: '',
    protocol: 'https:',
    host: '127.0.0.1',
    port: Number(new URL(server.origin).port),
    path: '/',
  }
  const clock = (laterMs: number) => ({ ...systemClock, wallNow: () => Date.now() + laterMs })
  await expect.poll(() => connections.agent.freeSockets[`127.0.0.1:${target.port}`]?.length).toBe(count)
  return { connections, target, afterPause: (ms: number) => connections.beforeRequest(target, clock(ms)) }
}

describe('idle connections before a request', () => {
  it('are left alone if they were just used or do not exist', async () => {
    const { connections, target, afterPause } = await idleConnections(2)
    expect(afterPause(0)).toBeUndefined()
    expect(connections.beforeRequest({ ...target, port: 1 }, systemClock)).toBeUndefined()
  })

  it('are closed after 55 s, but not earlier', async () => {
    const { afterPause } = await idleConnections(3)
    await afterPause(50_000)
    await afterPause(500)
    expect(server.openConnections).toBe(3)
    await afterPause(55_000)
    await expect.poll(() => server.openConnections).toBe(0)
  })

  it('are dropped if they are already closed', async () => {
    const { connections, target, afterPause } = await idleConnections(2)
    const idle = connections.agent.freeSockets[`127.0.0.1:${target.port}`] ?? []
    idle[0]?.end()
    await afterPause(1000)
    expect(idle[0]?.destroyed).toBe(true)
    await expect.poll(() => server.openConnections).toBe(1)
  })
})

describe('unused connections', () => {
  it('are closed together if one of them was closed, except those to other hosts', async () => {
    const { connections, target } = await idleConnections(2)
    connections.dropIdle({ ...target, port: 1 })
    expect(server.openConnections).toBe(2)
    connections.dropIdle(target)
    await expect.poll(() => server.openConnections).toBe(0)
  })

  it('count as idle only after the pause', async () => {
    const { connections, target } = await idleConnections(1)
    const [socket] = connections.agent.freeSockets[`127.0.0.1:${target.port}`] ?? []
    if (socket === undefined) return expect.fail('No connection was kept.')
    expect(connections.wasKept(socket)).toBe(true)
    expect(connections.wasKeptOverPause(socket)).toBe(false)
    await expect.poll(() => connections.wasKeptOverPause(socket)).toBe(true)
    const { connections: others, release } = shareConnections('http:', undefined)
    onTestFinished(release)
    expect(others).not.toBe(connections)
  })
})

describe('agent passed by the skill', () => {
  it('keeps open connections and drops closed ones before a request', async () => {
    const plain = http.createServer((_, response) => response.end())
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
    const { port } = plain.address() as AddressInfo
    const agent = new http.Agent({ keepAlive: true })
    onTestFinished(() => {
      agent.destroy()
      plain.close()
    })
    const get = () =>
      new Promise((resolve) =>
        http.get({ host: '127.0.0.1', port, agent }, (response) => response.resume().on('end', resolve)),
      )
    await Promise.all([get(), get()])
    const target = { href: '', protocol: 'http:', host: '127.0.0.1', port, path: '/' }
    const adopted = adoptAgent(agent)
    const idle = () => Object.values(agent.freeSockets).flat()
    await expect.poll(() => idle().length).toBe(2)
    const [first, second] = idle()
    first?.end()
    expect(adopted.beforeRequest({ ...target, port: 1 }, systemClock)).toBeUndefined()
    await adopted.beforeRequest(target, systemClock)
    expect([first?.destroyed, second?.destroyed]).toEqual([true, false])
    adopted.dropIdle({ ...target, host: '127.0.0.2' })
    expect(second?.destroyed).toBe(false)
    adopted.dropIdle(target)
    expect(second?.destroyed).toBe(true)
    expect([adopted.isClosed(), adopted.hasQueue(target)]).toEqual([false, false])
  })
})
