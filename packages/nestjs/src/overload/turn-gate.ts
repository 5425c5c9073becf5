import { ProfileError } from '@alexa-profile/core'

/** A turn that has arrived but not begun. */
export interface Arrival {
  begin(): void
  /** Called instead of `begin` if the turn would begin too late. */
  refuse(): void
}

/** Lets turns begin only as fast as a process can handle them. */
export interface TurnGate {
  /** Begins a turn, now or soon, or rejects it. */
  enter(arrival: Arrival): void
  /** Call this for each new connection. */
  connect(): void
  /** Call this for a turn that has not begun and is no longer needed. */
  withdraw(arrival: Arrival): void
  /**
   * Call this once for each turn that has begun, when its whole request has arrived. A client that sends slowly takes
   * no other customer's place.
   */
  come(): void
  /** Call this once for each turn whose request has arrived, when the turn is over. */
  leave(): void
}

/** How long a turn may wait to begin. A burst is served, and most of Alexa's 8 s remain. */
const patienceMs = 1000

/** The same, if there were waiting turns throughout that time. Customers who are rejected should hear it soon. */
const hurriedMs = 250

/** A turn waits if the turns in progress would delay it longer than this. */
const queueMs = 5000

/** How many turns may always be in progress, because a server that was idle has no measured rate. */
const leastTurns = 64

/** While turns bring new connections, one in this number of event loop rounds begins a turn. */
const roundsOfConnections = 8

/**
 * Creates a gate that begins at most one turn in each round of the event loop. Turns in progress come before new ones,
 * and rounds stay short. Node accepts one connection per round, so with long rounds customers would wait before any
 * code sees them.
 *
 * @see https://github.com/libuv/libuv/pull/3696 (read 2026-11-25; so it is in Node 20.20, 22.23 and 24.21)
 *
 * @param maxTurns how many may be under way. Default: as many as were over in the last five seconds, and 64 at least
 * @throws {ProfileError} `option-invalid`
 */
export function createTurnGate(maxTurns?: number): TurnGate {
  if (maxTurns !== undefined && !(Number.isInteger(maxTurns) && Number(maxTurns) > 0)) {
    throw new ProfileError('option-invalid', 'maxTurns must be a whole number, 1 or more.')
  }
  /** The arrival times, oldest first. */
  const waiting = new Map<Arrival, number>()
  let crowdedSince = 0
  /** The times at which turns ended, oldest first. */
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
    // However late it is: if the whole process stood still, no other turn is in its way.
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
    // Waiting turns have connections. Without one, nothing keeps the process alive.
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
