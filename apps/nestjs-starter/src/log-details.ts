/** What may be logged: which kind of thing happened, never what a customer said, is called or can be reached at. */
export interface LogDetails {
  readonly name?: string | undefined
  readonly code?: string | undefined
}

/** Name and code of an error. Its message and stack may quote an address or a token, so they stay out. */
export function detailsOf(error: unknown): LogDetails {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { name: error.name, code }
}
