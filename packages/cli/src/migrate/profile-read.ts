import type { ProfileField } from '@alexa-profile/core'
import type { ReadKindName } from './read-kinds.js'

/** One read of the profile or of the device's settings. It says only what the syntax proves. */
export interface ProfileRead {
  readonly kind: ReadKindName
  /** Undefined when the name is put together at run time. */
  readonly field: ProfileField | undefined
  readonly level: 'customer' | 'speaker' | 'device'
  /** True when an error of the read leaves the function: there is neither a `try` around it nor a `catch` behind it. */
  readonly unguarded: boolean
  /** True when nothing waits for the result. */
  readonly dropped: boolean
  /** True when the host is written down, so that customers of other regions are refused. */
  readonly literalHost: boolean
  readonly offset: number
}
