import { errorLocation } from '../base/error-location.js'
import { isObject } from '../base/is-object.js'

/** Describes an error by its name, code and message, or describes another value that was thrown. */
export function describeError(error: unknown): string {
  try {
    if (!isObject(error)) return String(error)
    const parts = [error.name, error.code, error.message].filter((part) => typeof part === 'string')
    return parts.join(' ') || 'an object that is not an error'
  } catch {
    return 'a value that cannot be read' // a proxy, say
  }
}

/** Returns where the skill threw, if the stack names one of its files. */
export function locationOf(error: unknown): string | undefined {
  try {
    return isObject(error) && typeof error.stack === 'string' ? errorLocation(error.stack) : undefined
  } catch {
    return undefined // a proxy, say
  }
}
