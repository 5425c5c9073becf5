import type { SpanSource } from './span.js'

/** Returns the likelihood, from 0 to 1, that words that can be a value mean something else. */
export function valueDoubt(
  type: string,
  start: number,
  end: number,
  value: string,
  { tokens, language, typed }: SpanSource,
): number {
  const isDate = type === 'AMAZON.DATE'
  const isTime = type === 'AMAZON.TIME'
  // "Hour" alone is rarely one hour.
  if (type === 'AMAZON.DURATION') return end - start === 1 ? 0.3 : 0
  if (!isDate && !isTime && type !== 'AMAZON.NUMBER') return 0
  const isSmall = (at: number) => language.stopwords.has(tokens[at]?.word ?? '')
  let from = start
  while (from < end - 1 && isSmall(from)) from++
  const number = typed.of('AMAZON.NUMBER', from, end) ?? typed.of('AMAZON.NUMBER', start, end)
  // "Seven and a half" is more likely half past seven than 7.5.
  if (number !== undefined && (Number.isInteger(Number(number)) || !(isDate || isTime))) {
    // An article sometimes means 1, and Alexa's numbers are whole.
    const least = (from === end - 1 && isSmall(from)) || number.includes('.') ? 0.35 : 0
    return least + (isDate ? 0.45 : isTime ? 0.2 : 0)
  }
  // "Four on Friday" rarely means Friday the 4th. The number belongs to another slot.
  if (isDate && typed.of('AMAZON.NUMBER', from, from + 1) !== undefined) {
    const rest = typed.of('AMAZON.DATE', from + 1, end) ?? ''
    if (rest === value || (isSmall(from + 1) && /^\d{4}-\d\d-\d\d$/.test(rest))) return 0.45
  }
  // A part of the day may belong to a date, and so may "tomorrow" in a language in which it also means "morning".
  const isDay = isTime && end - start > 1 && typed.of('AMAZON.DATE', start, start + 1) !== undefined
  return isTime && (isDay || /^[A-Z]/.test(value)) ? 0.1 : 0
}
