import { isProfileError } from '@alexa-profile/core'

/** What may be logged: which kind of thing happened, never what a customer said, is called or can be reached at. */
export interface LogDetails {
  readonly name?: string | undefined
  readonly code?: string | undefined
  /** Of a `ProfileError` only. */
  readonly message?: string | undefined
}

/**
 * Name and code of an error, and the message of a `ProfileError`, which says what to fix and holds nothing personal. Other
 * messages and every stack may quote an address or a token, so they stay out.
 */
export function detailsOf(error: unknown): LogDetails {
  if (isProfileError(error)) return { name: error.name, code: error.code, message: error.message }
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { name: error.name, code }
}
