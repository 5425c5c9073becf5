import { ProfileError } from '@alexa-profile/core'
import { Logger } from '@nestjs/common'

/** How many turns are under way in this process, and how many may be. */
export interface TurnLimit {
  /**
   * To be called when a turn begins; another call for the same turn changes nothing. The turn calls `leave` when it is over,
   * and is not to read where it `isFull`.
   */
  enter(turn: object): { readonly isFull: boolean; leave(): void }
}

/** A turn that has to wait for so many others that it takes longer than this is better told to try again. */
const queueMs = 3000

/** So many may come at once to a server that had nothing to do, and so has not shown what it can do. */
const leastTurns = 64

/**
 * With more turns than a server can serve, all of them would wait until Alexa gives up. So those on top hear at once that they
 * should try again, which keeps the others in time.
 *
 * @param maxTurns Default: as many as were over in the last three seconds, and 64 at least
 * @throws {ProfileError} `option-invalid`
 */
export function createTurnLimit(maxTurns?: number): TurnLimit {
  const isNumber = maxTurns === Number.POSITIVE_INFINITY || (Number.isInteger(maxTurns) && Number(maxTurns) > 0)
  if (maxTurns !== undefined && !isNumber) {
    throw new ProfileError('option-invalid', 'maxTurns takes a whole number above 0, or Infinity.')
  }
  const logger = new Logger('ProfileInterceptor')
  const inside = new WeakSet()
  /** When turns were over that were let in, oldest first. */
  const ends: number[] = []
  let underWay = 0
  let hasWarned = false

  function limit(): number {
    if (maxTurns !== undefined) return maxTurns
    const from = performance.now() - queueMs
    const firstLately = ends.findIndex((end) => end >= from)
    ends.splice(0, firstLately < 0 ? ends.length : firstLately)
    return Math.max(leastTurns, ends.length)
  }

  return {
    enter(turn) {
      if (inside.has(turn)) return { isFull: false, leave() {} }
      inside.add(turn)
      const most = limit()
      const isFull = underWay >= most
      // Once for each time that it gets crowded, since a busy moment is no time for a thousand lines.
      if (isFull && !hasWarned) {
        logger.warn(`${underWay} turns are under way (maxTurns): the profile is not read for those that come on top.`)
      }
      hasWarned = isFull || (hasWarned && underWay > most / 2)
      if (isFull) return { isFull, leave() {} }
      underWay += 1
      return {
        isFull,
        leave() {
          underWay -= 1
          if (maxTurns === undefined) ends.push(performance.now())
        },
      }
    },
  }
}
