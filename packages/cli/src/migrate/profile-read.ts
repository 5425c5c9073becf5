import type { ProfileField } from '@alexa-profile/core'
import type { ReadKindName } from './read-kinds.js'

/** One read of the profile or of the device's settings, with only the facts that the syntax proves. */
export interface ProfileRead {
  readonly kind: ReadKindName
  /** The field; undefined if the name is known only at run time. */
  readonly field: ProfileField | undefined
  readonly level: 'customer' | 'speaker' | 'device'
  /**
   * Whether an error of the read leaves the function: there is neither a `try` around the call nor a `.catch` after it.
   */
  readonly unguarded: boolean
  /** Whether the result is not awaited. */
  readonly dropped: boolean
  /** Whether the host is fixed in the code, so the API rejects requests for customers in other regions. */
  readonly literalHost: boolean
  readonly offset: number
}
