import { describe, expect, it } from 'vitest'
import type { ProfileClientOptions } from '../src/index.js'
import { after, silence, value } from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { type Answer, useTlsServer } from './support/tls-server.js'

// A server of its own: what a crowd has sent may arrive when its test is over.
const server = useTlsServer()

describe('more reads than there may be connections', () => {
  const connections = 256
  const heldMs = 2000

  /** Two reads each. */
  async function readAll(turns: number, options: ProfileClientOptions) {
    const client = server.client({ maxRetries: 0, ...options })
    const all = Array.from({ length: turns }, () =>
      client.forRequest(envelopeFor(server.origin)).read(['name', 'email']),
    )
    return (await Promise.all(all)).flatMap(({ name, email }) => [name.status, email.status])
  }

  it('wait for one at no cost to their attempts', async () => {
    server.answer(value('Ann'))
    await readAll(connections / 2, { attemptTimeoutMs: 10_000, deadlineMs: 10_000 })
    server.answer(...Array<Answer>(4 * connections).fill(after(heldMs, value('Ann'))), value('Ann'))
    // The last fifth begins after 8 s. An attempt has 5.5 s more than it needs, for a busy machine.
    const statuses = await readAll((5 * connections) / 2, { attemptTimeoutMs: 7500, deadlineMs: 28_000 })
    expect(new Set(statuses)).toEqual(new Set(['available']))
    expect(server.openConnections).toBe(connections)
  }, 30_000)

  it('are sent once, however long ago the connection that they get was idle', async () => {
    const client = server.client({ maxRetries: 0, attemptTimeoutMs: 10_000, deadlineMs: 20_000 })
    const readAllOf = (field: 'name' | 'email') =>
      Promise.all(
        Array.from({ length: connections }, () => client.forRequest(envelopeFor(server.origin)).read([field])),
      )
    server.answer(value('Ann'))
    await readAllOf('name')
    // Emails wait for the connections of names, and then for longer than a connection of unknown state may be silent.
    server.answerAt('Profile.name', after(700, value('Ann')))
    server.answerAt('Profile.email', after(1500, value('ann@example.com')))
    await Promise.all([readAllOf('name'), readAllOf('email')])
    expect(server.requests.filter(({ path }) => path?.endsWith('Profile.email'))).toHaveLength(connections)
  }, 30_000)

  it('wait no longer than their deadline', async () => {
    server.answer(silence)
    const statuses = await readAll(connections, { attemptTimeoutMs: 1000, deadlineMs: 500 })
    expect(new Set(statuses)).toEqual(new Set(['failed']))
    // Whether Node keeps a connection that one of them was about to get depends on its version.
    server.answer(value('Ann'))
    expect(await readAll(1, { attemptTimeoutMs: 10_000, deadlineMs: 20_000 })).toEqual(['available', 'available'])
  })

  it('send nothing any more once the client is closed', async () => {
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
