/** Why there is no certificate, as a code: messages of errors may quote what was sent or received. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError'
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
