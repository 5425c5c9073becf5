/** Leaves room for prefixes and separators, but not for hostile input. */
const maxLength = 64

/** Spaces, hyphens and similar characters, dots, brackets, and the invisible marks in copied numbers. */
const separators = /[\t\p{Zs}\p{Pd}\p{Cf}\u2212.．()（）[\]]/gu

/** Full-width, Arabic-Indic and Persian digits. The last four bits of each are its value. */
const otherDigits = /[０-９٠-٩۰-۹]/g

/**
 * Returns the digits as ASCII, with a leading plus if there is one, and any other characters. Returns `undefined` for a
 * value that is not a string or is too long for a number.
 */
export function withoutSeparators(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > maxLength) return undefined
  return text
    .trim()
    .replace(separators, '')
    .replace(/^＋/, '+')
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 15))
}
