/** A skill's side of the rig: one contestant in a process of its own, told over IPC what to read. */
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

/** Milliseconds that one turn takes; a failure is told, not thrown. */
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
  /** A turn that takes longer than a skill has counts as hung. */
  turn: ({ fields }) =>
    Promise.race([timedTurn(fields), wait(8000, { ms: 8000, error: 'no response within 8 s' }, { ref: false })]),
  /** CPU time of turns one after another, in microseconds a field; the wall clock would count the server too. */
  async cpu({ fields, count }) {
    const before = process.cpuUsage()
    for (let index = 0; index < count; index += 1) await turn(fields)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / count / fields.length
  },
  /** What a field allocates, in bytes; the process was started with a young generation that takes it all. */
  async allocation({ fields, count }) {
    globalThis.gc()
    const before = process.memoryUsage().heapUsed
    for (let index = 0; index < count; index += 1) await turn(fields)
    return (process.memoryUsage().heapUsed - before) / count / fields.length
  },
  /** Bytes that are still there after so many fields. */
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
  /** `width` turns at a time until `count` are done, or for so many seconds. */
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
