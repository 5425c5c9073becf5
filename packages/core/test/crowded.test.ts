import { describe, expect, it } from 'vitest'
import type { ProfileClientOptions } from '../src/index.js'
import { after, silence, value, wait } from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

// This file has its own server, because requests of a crowd may still arrive after their test has ended.
const server = useTlsServer()

describe('more reads than allowed connections', () => {
  const connections = 256
  /** Hundreds of handshakes take this long on a busy machine. */
  const patient = { attemptTimeoutMs: 120_000, deadlineMs: 120_000 }

  /** Reads two fields per turn. */
  async function readAll(turns: number, options: ProfileClientOptions) {
    const client = server.client({ maxRetries: 0, ...options })
    const all = Array.from({ length: turns }, () =>
      client.forRequest(envelopeFor(server.origin)).read(['name', 'email']),
    )
    return (await Promise.all(all)).flatMap(({ name, email }) => [name.status, email.status])
  }

  it('wait for a free connection without using up the time of their attempts', async () => {
    const held: (() => void)[] = []
    server.answer((response, request) => void held.push(() => value('Ann')(response, request)))
    const crowd = readAll(connections / 2, patient)
    await expect.poll(() => held.length).toBe(connections)
    const late = readAll(1, { ...patient, attemptTimeoutMs: 5000 })
    await wait(6000)
    server.answer(value('Ann'))
    for (const respond of held.splice(0, 2)) respond()
    expect(await late).toEqual(['available', 'available'])
    for (const respond of held) respond()
    expect(new Set(await crowd)).toEqual(new Set(['available']))
    expect(server.openConnections).toBe(connections)
  })

  it('are sent only once, even if their connection was idle for a long time', async () => {
    const client = server.client({ maxRetries: 0, ...patient })
    const readAllOf = (field: 'name' | 'email') =>
      Promise.all(
        Array.from({ length: connections }, () => client.forRequest(envelopeFor(server.origin)).read([field])),
      )
    server.answer(value('Ann'))
    await readAllOf('name')
    // The email reads wait for the connections of the name reads, longer than a connection of unknown state may stay
    // silent.
    server.answerAt('Profile.name', after(700, value('Ann')))
    server.answerAt('Profile.email', after(1500, value('ann@example.com')))
    await Promise.all([readAllOf('name'), readAllOf('email')])
    expect(server.requests.filter(({ path }) => path?.endsWith('Profile.email'))).toHaveLength(connections)
  })

  it('wait no longer than their deadline', async () => {
    server.answer(silence)
    const statuses = await readAll(connections, { attemptTimeoutMs: 1000, deadlineMs: 500 })
    expect(new Set(statuses)).toEqual(new Set(['failed']))
    // It depends on Node's version whether Node keeps a connection that a read was about to get.
    server.answer(value('Ann'))
    expect(await readAll(1, {})).toEqual(['available', 'available'])
  })

  it('send no more requests after the client was closed', async () => {
    server.answer(silence)
    const client = server.client(patient)
    const reading = Array.from({ length: connections }, () =>
      client.forRequest(envelopeFor(server.origin)).read(['name', 'email']),
    )
    await expect.poll(() => server.requests.length).toBeGreaterThan(0)
    client.close()
    for (const { name, email } of await Promise.all(reading)) {
      expect([name, email]).toMatchObject(Array(2).fill({ status: 'failed', failure: 'aborted' }))
    }
    expect(server.requests.length).toBeLessThanOrEqual(connections)
  })
})
