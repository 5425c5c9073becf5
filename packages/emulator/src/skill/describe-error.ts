import { errorLocation } from '../base/error-location.js'
import { isObject } from '../base/is-object.js'

/** An error in words: its name, code and message, or the value that was thrown in its place. */
export function describeError(error: unknown): string {
  try {
    if (!isObject(error)) return String(error)
    const parts = [error.name, error.code, error.message].filter((part) => typeof part === 'string')
    return parts.join(' ') || 'an object that is no error'
  } catch {
    return 'something that cannot be looked at' // a proxy, say
  }
}

/** Where the skill threw, if the stack names one of its files. */
export function locationOf(error: unknown): string | undefined {
  try {
    return isObject(error) && typeof error.stack === 'string' ? errorLocation(error.stack) : undefined
  } catch {
    return undefined // a proxy, say
  }
}
