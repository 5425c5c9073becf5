/** An error whose code says why there is no certificate. Messages of errors may quote what was sent or received. */
export class DownloadError extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** The code of an error, or of its cause, where `fetch` puts it. */
export function failureCode(error: unknown): string | undefined {
  return codeOf(error) ?? codeOf((error as { readonly cause?: unknown } | null | undefined)?.cause)
}

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? code : undefined
}

/**
 * Whether an error says that the file does not exist (any more): 403 or 404, because S3 may return either. Reads a code
 * such as `HTTP_404`, or the status of the error or of its `response`, where most clients put it.
 */
export function isWithdrawal(error: unknown): boolean {
  const { status, statusCode, response } = (error ?? {}) as Record<string, unknown>
  const ofResponse = (response ?? {}) as Record<string, unknown>
  const statuses = [failureCode(error), status, statusCode, ofResponse.status, ofResponse.statusCode]
  return statuses.some((value) => /^(?:HTTP_)?40[34]$/.test(String(value)))
}
