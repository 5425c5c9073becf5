/** The skill's side of the rig: one contestant in a separate process. It gets the fields to read over IPC. */
import { setTimeout as wait } from 'node:timers/promises'
import { envelopeFor } from './envelope.mjs'

const [name, origin] = process.argv.slice(2)
const startedAt = performance.now()
const { open } = await import(`../contestants/${name}.mjs`)
const importMs = performance.now() - startedAt
const envelope = envelopeFor(origin)
const contestant = await open(envelope)

const expected = {
  name: 'Ann Example',
  givenName: 'Ann',
  email: 'ann@example.com',
  mobileNumber: '2065550100',
  address: 'Seattle',
  timeZone: 'America/Los_Angeles',
  distanceUnits: 'IMPERIAL',
}

async function turn(fields) {
  const values = await contestant.turn(fields)
  for (const field of fields) {
    const value = values[field]?.phoneNumber ?? values[field]?.city ?? values[field]
    if (value !== expected[field]) throw new Error(`${name} read ${field} as ${JSON.stringify(value)}`)
  }
}

/** Milliseconds of one turn. A failure is returned, not thrown. */
async function timedTurn(fields) {
  const start = performance.now()
  try {
    await turn(fields)
    return { ms: performance.now() - start }
  } catch (error) {
    return { ms: performance.now() - start, error: String(error?.message ?? error) }
  }
}

const commands = {
  importMs: () => importMs,
  /** A turn that takes longer than Alexa waits counts as hung. */
  turn: ({ fields }) =>
    Promise.race([timedTurn(fields), wait(8000, { ms: 8000, error: 'no response within 8 s' }, { ref: false })]),
  /** CPU time of consecutive turns, in microseconds per field. The wall clock would include the server. */
  async cpu({ fields, count }) {
    const before = process.cpuUsage()
    for (let index = 0; index < count; index += 1) await turn(fields)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / count / fields.length
  },
  /** Bytes that a field allocates. The process starts with a young generation that has room for everything. */
  async allocation({ fields, count }) {
    globalThis.gc()
    const before = process.memoryUsage().heapUsed
    for (let index = 0; index < count; index += 1) await turn(fields)
    return (process.memoryUsage().heapUsed - before) / count / fields.length
  },
  /** Bytes that remain on the heap after `count` fields. */
  async growth({ fields, count }) {
    const used = () => {
      globalThis.gc()
      globalThis.gc()
      return process.memoryUsage().heapUsed
    }
    const before = used()
    for (let index = 0; index < count; index += fields.length) await turn(fields)
    await wait(100)
    return used() - before
  },
  /** `width` concurrent turns, until `count` are done or for a number of `seconds`. */
  async load({ fields, count = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY, width }) {
    const times = []
    let failures = 0
    let started = 0
    const begin = performance.now()
    async function lane() {
      while (started < count && performance.now() - begin < seconds * 1000) {
        started += 1
        const { ms, error } = await timedTurn(fields)
        times.push(ms)
        if (error) failures += 1
      }
    }
    await Promise.all(Array.from({ length: width }, lane))
    return { times, failures, turns: times.length, elapsed: (performance.now() - begin) / 1000 }
  },
  warm: ({ connections }) => contestant.warm(connections),
}

process.on('message', async ({ id, name: command, argument }) => {
  try {
    process.send({ id, value: await commands[command](argument ?? {}) })
  } catch (error) {
    process.send({ id, error: String(error?.stack ?? error) })
  }
})
process.once('disconnect', () => process.exit())
