import { getCurrentInvoke } from '@codegenie/serverless-express'

/** The time that is left of the current Lambda invocation. A function has one at a time. Undefined on a server. */
export function timeLeftMs(): number | undefined {
  return getCurrentInvoke().context?.getRemainingTimeInMillis?.()
}
