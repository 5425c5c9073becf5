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

/**
 * With more turns than a server can serve, all of them would wait until Alexa gives up. So those on top hear at once that they
 * should try again, which keeps the others in time.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function createTurnLimit(maxTurns = 250): TurnLimit {
  if (!(maxTurns === Number.POSITIVE_INFINITY || (Number.isInteger(maxTurns) && maxTurns > 0))) {
    throw new ProfileError('option-invalid', 'maxTurns takes a whole number above 0, or Infinity.')
  }
  const logger = new Logger('ProfileInterceptor')
  const inside = new WeakSet()
  let underWay = 0
  let hasWarned = false
  return {
    enter(turn) {
      if (inside.has(turn)) return { isFull: false, leave() {} }
      inside.add(turn)
      const isFull = underWay >= maxTurns
      underWay += 1
      // Once for each time that it gets crowded, since a busy moment is no time for a thousand lines.
      if (isFull && !hasWarned) {
        logger.warn(`${maxTurns} turns are under way (maxTurns): the profile is not read for those that come on top.`)
      }
      hasWarned = isFull || (hasWarned && underWay > maxTurns / 2)
      return {
        isFull,
        leave() {
          underWay -= 1
        },
      }
    },
  }
}
