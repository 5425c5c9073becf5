import { getCurrentInvoke } from '@codegenie/serverless-express'

/** What Lambda leaves of the invocation that is under way, of which a function has one at a time. Undefined on a server. */
export function timeLeftMs(): number | undefined {
  return getCurrentInvoke().context?.getRemainingTimeInMillis?.()
}
