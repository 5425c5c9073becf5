/** Leaves room for prefixes and separators, and none for hostile input. */
const maxLength = 64

/** Spaces, hyphens and their relatives, dots, brackets, and the invisible marks that copied numbers bring along. */
const separators = /[\t\p{Zs}\p{Pd}\p{Cf}\u2212.．()（）[\]]/gu

/** Full-width, Arabic-Indic and Persian; the last four bits of each are its value. */
const otherDigits = /[０-９٠-٩۰-۹]/g

/**
 * The digits as ASCII, with a leading plus if there is one, and whatever else was written; `undefined` for what is no text
 * or too long to be a number.
 */
export function withoutSeparators(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > maxLength) return undefined
  return text
    .trim()
    .replace(separators, '')
    .replace(/^＋/, '+')
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 15))
}
