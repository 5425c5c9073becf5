/** Why there is no certificate, as a code: messages of errors may quote what was sent or received. */
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
 * Whether an error says that there is no such file (any more): 403 or 404, since S3 answers either. Read from a code such as
 * `HTTP_404`, and from where the usual clients put a status: on the error, or on its `response`.
 */
export function isWithdrawal(error: unknown): boolean {
  const { status, statusCode, response } = (error ?? {}) as Record<string, unknown>
  const ofResponse = (response ?? {}) as Record<string, unknown>
  const statuses = [failureCode(error), status, statusCode, ofResponse.status, ofResponse.statusCode]
  return statuses.some((value) => /^(?:HTTP_)?40[34]$/.test(String(value)))
}
