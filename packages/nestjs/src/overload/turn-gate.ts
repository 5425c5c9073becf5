import { ProfileError } from '@alexa-profile/core'

/** A turn that has come and not begun. */
export interface Arrival {
  begin(): void
  /** Called in place of `begin` when it would come too late. */
  refuse(): void
}

/** Lets turns begin as fast as a process can serve them, and not faster. */
export interface TurnGate {
  /** Begins a turn, now or soon, or refuses it. */
  enter(arrival: Arrival): void
  /** To be called for each new connection. */
  connect(): void
  /** For one that has not begun and need not any more. */
  withdraw(arrival: Arrival): void
  /** To be called once for each turn that has begun, when all of it has come: who keeps it back takes nobody's place. */
  come(): void
  /** To be called once for each turn that has come, when it is over. */
  leave(): void
}

/** So long a turn may wait to begin: a burst is served, and most of the 8 s of Alexa's patience is left. */
const patienceMs = 1000

/** So long when there has been no end of waiting for all of that time: who has to hear no should hear it soon. */
const hurriedMs = 250

/** A turn that has so many others under way before it that it takes longer than this waits until there are fewer. */
const queueMs = 5000

/** So many may be under way on a server that had nothing to do, and so has not shown what it can do. */
const leastTurns = 64

/** One round of so many begins a turn while each brings a connection. */
const roundsOfConnections = 8

/**
 * Begins at most one turn in each round of the event loop. What has begun goes on before anything new does, and the loop
 * comes round soon, which is when Node accepts connections: one each time, so in a process of long rounds customers would
 * wait where nobody sees them.
 *
 * @see https://github.com/libuv/libuv/pull/3696 (read 2026-11-25; so it is in Node 20.20, 22.23 and 24.21)
 *
 * @param maxTurns how many may be under way. Default: as many as were over in the last five seconds, and 64 at least
 * @throws {ProfileError} `option-invalid`
 */
export function createTurnGate(maxTurns?: number): TurnGate {
  if (maxTurns !== undefined && !(Number.isInteger(maxTurns) && Number(maxTurns) > 0)) {
    throw new ProfileError('option-invalid', 'maxTurns must be a whole number above 0.')
  }
  /** Since when, oldest first. */
  const waiting = new Map<Arrival, number>()
  let crowdedSince = 0
  /** When turns were over, oldest first. */
  const ends: number[] = []
  let underWay = 0
  let hasBegun = false
  let hasConnected = false
  let roundsWithout = 0
  let isRoundDue = false
  let timer: NodeJS.Timeout | undefined

  function isFull(now: number): boolean {
    if (maxTurns !== undefined) return underWay >= maxTurns
    while (ends[0] !== undefined && ends[0] < now - queueMs) ends.shift()
    return underWay >= Math.max(leastTurns, ends.length)
  }

  function begin(arrival: Arrival): void {
    hasBegun = true
    roundsWithout = 0
    awaitRound()
    arrival.begin()
  }

  function awaitRound(): void {
    if (!isRoundDue) setImmediate(comeRound)
    isRoundDue = true
  }

  function comeRound(): void {
    isRoundDue = false
    hasBegun = false
    const now = performance.now()
    const mayWaitMs = now - crowdedSince > patienceMs ? hurriedMs : patienceMs
    roundsWithout = hasConnected ? roundsWithout + 1 : roundsOfConnections
    hasConnected = false
    const canBegin = !isFull(now)
    const [first] = waiting.keys()
    // However late: when the whole process stood still, nobody else is in its way.
    if (first !== undefined && canBegin && roundsWithout >= roundsOfConnections) {
      waiting.delete(first)
      begin(first)
    }
    for (const [arrival, since] of waiting) {
      if (now - since < mayWaitMs) break
      waiting.delete(arrival)
      arrival.refuse()
    }
    const [next] = waiting.values()
    if (next === undefined) return
    if (canBegin) {
      awaitRound()
      return
    }
    clearTimeout(timer)
    // Whoever waits has a connection; without one there is nothing to stay for.
    timer = setTimeout(awaitRound, next + mayWaitMs - now).unref()
  }

  return {
    enter(arrival) {
      const now = performance.now()
      if (waiting.size === 0 && !hasBegun && !hasConnected && !isFull(now)) {
        begin(arrival)
        return
      }
      if (waiting.size === 0) crowdedSince = now
      waiting.set(arrival, now)
      awaitRound()
    },
    connect() {
      hasConnected = true
    },
    withdraw(arrival) {
      waiting.delete(arrival)
    },
    come() {
      underWay += 1
    },
    leave() {
      underWay -= 1
      if (maxTurns === undefined) ends.push(performance.now())
      if (waiting.size > 0) awaitRound()
    },
  }
}
