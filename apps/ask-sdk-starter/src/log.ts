import { isProfileError } from '@alexa-profile/core'

/** The details that may be logged: names and codes, never a customer's words, name or contact data. */
export interface LogDetails {
  readonly name?: string | undefined
  readonly code?: string | undefined
  /** The message, only for a `ProfileError`. */
  readonly message?: string | undefined
}

export type Log = (event: string, details: LogDetails) => void

export const logToConsole: Log = (event, { name, code, message }) => {
  // biome-ignore lint/suspicious/noConsole: Lambda logs what is written to the console
  console.error(JSON.stringify({ event, name, code, message }))
}

/**
 * Returns the name and code of an error. The message of a `ProfileError` is included, because it says what to fix and
 * contains no personal data. Other messages and all stacks may quote an address or a token, so they are left out.
 */
export function detailsOf(error: unknown): LogDetails {
  if (isProfileError(error)) return { name: error.name, code: error.code, message: error.message }
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { name: error.name, code }
}
