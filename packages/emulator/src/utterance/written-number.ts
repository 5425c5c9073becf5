/** Reads a number in digits: `1,234.5` in English, `1.234,5` in German. Returns undefined for dates and times. */
export function numberOf(digits: string, decimal: '.' | ','): number | undefined {
  if (!/^-?\d/.test(digits)) return undefined
  const group = decimal === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = digits.split(decimal)
  const isGrouped = new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})*$`).test(whole)
  if (more.length === 0 && (isGrouped || /^-?\d+$/.test(whole)) && (fraction === undefined || /^\d+$/.test(fraction))) {
    return Number(`${whole.replaceAll(group, '')}${fraction === undefined ? '' : `.${fraction}`}`)
  }
  // People also write the other language's decimal separator, if it cannot be read as a separator of thousands.
  return new RegExp(`^-?\\d+\\${group}\\d+$`).test(digits) ? Number(digits.replace(group, '.')) : undefined
}
