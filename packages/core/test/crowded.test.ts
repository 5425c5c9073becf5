import { describe, expect, it } from 'vitest'
import type { ProfileClientOptions } from '../src/index.js'
import { after, silence, value } from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { type Answer, useTlsServer } from './support/tls-server.js'

// This file has its own server, because requests of a crowd may still arrive after their test has ended.
const server = useTlsServer()

describe('more reads than allowed connections', () => {
  const connections = 256
  const heldMs = 2000

  /** Reads two fields per turn. */
  async function readAll(turns: number, options: ProfileClientOptions) {
    const client = server.client({ maxRetries: 0, ...options })
    const all = Array.from({ length: turns }, () =>
      client.forRequest(envelopeFor(server.origin)).read(['name', 'email']),
    )
    return (await Promise.all(all)).flatMap(({ name, email }) => [name.status, email.status])
  }

  it('wait for a free connection without using up the time of their attempts', async () => {
    server.answer(value('Ann'))
    await readAll(connections / 2, { attemptTimeoutMs: 10_000, deadlineMs: 10_000 })
    server.answer(...Array<Answer>(4 * connections).fill(after(heldMs, value('Ann'))), value('Ann'))
    // The last fifth begins after 8 s. An attempt has 5.5 s more than it needs, to allow for a busy machine.
    const statuses = await readAll((5 * connections) / 2, { attemptTimeoutMs: 7500, deadlineMs: 28_000 })
    expect(new Set(statuses)).toEqual(new Set(['available']))
    expect(server.openConnections).toBe(connections)
  }, 30_000)

  it('are sent only once, even if their connection was idle for a long time', async () => {
    const client = server.client({ maxRetries: 0, attemptTimeoutMs: 10_000, deadlineMs: 20_000 })
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
  }, 30_000)

  it('wait no longer than their deadline', async () => {
    server.answer(silence)
    const statuses = await readAll(connections, { attemptTimeoutMs: 1000, deadlineMs: 500 })
    expect(new Set(statuses)).toEqual(new Set(['failed']))
    // It depends on Node's version whether Node keeps a connection that a read was about to get.
    server.answer(value('Ann'))
    expect(await readAll(1, { attemptTimeoutMs: 10_000, deadlineMs: 20_000 })).toEqual(['available', 'available'])
  })

  it('send no more requests after the client was closed', async () => {
    server.answer(silence)
    const client = server.client({ attemptTimeoutMs: 20_000, deadlineMs: 20_000 })
    const reading = Array.from({ length: connections }, () =>
      client.forRequest(envelopeFor(server.origin)).read(['name', 'email']),
    )
    await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBeGreaterThan(0)
    client.close()
    for (const { name, email } of await Promise.all(reading)) {
      expect([name, email]).toMatchObject(Array(2).fill({ status: 'failed', failure: 'aborted' }))
    }
    expect(server.requests.length).toBeLessThanOrEqual(connections)
  }, 15_000)
})
