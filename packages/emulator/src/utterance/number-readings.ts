import type { Lexicon } from './lexicon.js'
import { numberOf } from './written-number.js'

/** A number, and the part at which the next word begins. */
export interface NumberReading {
  readonly end: number
  readonly value: number
}

/** The maximum number of ways to continue a number. Noise made of number words would have millions. */
const mostTries = 300

/** Finds the numbers that begin at a word, composed of smaller numbers: "two hundred and five". */
export function numbersAt(
  parts: readonly string[],
  at: number,
  lexicon: Lexicon,
  decimal: '.' | ',',
): readonly NumberReading[] {
  const byEnd = new Map<number, number>()
  let tries = 0

  function follow(position: number, sums: readonly number[], isNegative: boolean, isMultiplied = false): void {
    if (sums.length > 0 && !byEnd.has(position)) {
      const total = sums.reduce((sum, value) => sum + value, 0)
      byEnd.set(position, isNegative ? -total : total)
    }
    const word = parts[position]
    if (word === undefined || tries++ > mostTries) return
    const written = numberOf(word, decimal)
    if (written !== undefined) {
      const groups = groupsAfter(parts, position, decimal)
      if (sums.length === 0)
        for (const { end, value } of [...groups, { end: position + 1, value: written }])
          follow(end, [value], isNegative)
      const next = isMultiplied ? withNumber(sums, written) : undefined
      if (next !== undefined) follow(position + 1, next, isNegative)
    }
    for (const { words, items } of lexicon.at(parts, position)) {
      const [{ role, value } = { role: 'noise', value: 0 }, ...more] = items
      if (more.length > 0) continue
      const end = position + words.length
      const next =
        role === 'number'
          ? value === 0 && isMultiplied
            ? sums
            : withNumber(sums, value)
          : role === 'multiplier'
            ? multiplied(sums, value)
            : role === 'article' && sums.length === 0 && isMultiplier(end)
              ? [1]
              : undefined
      if (next !== undefined) follow(end, next, isNegative, role === 'multiplier' || next === sums)
      else if (role === 'and' && sums.length > 0) followAnd(end, sums, isNegative)
      else if (Object.hasOwn(fractions, role) && sums.length === 0) {
        const noun = skipArticle(end)
        follow(end, [fractions[role as 'half']], isNegative)
        if (noun !== end && isMultiplier(noun)) follow(noun, [fractions[role as 'half']], isNegative)
      } else if (role === 'negative' && sums.length === 0 && !isNegative) follow(end, [], true)
      else if (role === 'point' && sums.length > 0) point(end, sums, isNegative)
    }
  }

  function isMultiplier(position: number): boolean {
    return lexicon.at(parts, position).some(({ items }) => items[0]?.role === 'multiplier')
  }

  function skipArticle(position: number): number {
    const isArticle = lexicon
      .at(parts, position)
      .some(({ words, items }) => words.length === 1 && items[0]?.role === 'article')
    return isArticle ? position + 1 : position
  }

  /** "Two and a half", "three million and a half". */
  function addFraction(position: number, sums: readonly number[], isNegative: boolean): void {
    const start = skipArticle(position)
    for (const { words, items } of lexicon.at(parts, start)) {
      const role = items[0]?.role ?? 'noise'
      if (!Object.hasOwn(fractions, role)) continue
      const last = sums.at(-1) ?? 1
      const of = [1e12, 1e9, 1e6].find((size) => last % size === 0) ?? 1
      follow(start + words.length, [...sums, of * fractions[role as 'half']], isNegative)
    }
  }

  function followAnd(position: number, sums: readonly number[], isNegative: boolean): void {
    addFraction(position, sums, isNegative)
    for (const { words, items } of lexicon.at(parts, position)) {
      const [{ role, value } = { role: 'noise', value: 0 }] = items
      if (role !== 'number' && role !== 'multiplier') continue
      const next =
        role === 'number' ? (withNumber(sums, value) ?? unitsBeforeTens(sums, value)) : multiplied(sums, value, true)
      if (next !== undefined) follow(position + words.length, next, isNegative)
    }
  }

  /** Reads digits after the point, one by one or as one number: "three point one four". */
  function point(position: number, sums: readonly number[], isNegative: boolean): void {
    let [end, text] = [position, '']
    for (let digit = digitAt(end); digit !== undefined; digit = digitAt(end)) {
      text += digit.text
      end = digit.end
      if (digit.text.length > 1) break
    }
    if (text === '') return
    const total = Number(`${sums.reduce((sum, value) => sum + value, 0)}.${text}`)
    byEnd.set(end, isNegative ? -total : total)
  }

  function digitAt(position: number): { text: string; end: number } | undefined {
    const word = parts[position] ?? ''
    if (/^\d+$/.test(word)) return { text: word, end: position + 1 }
    const entry = lexicon.at(parts, position).find(({ items }) => items[0]?.role === 'number')
    return entry && { text: String(entry.items[0]?.value), end: position + entry.words.length }
  }

  follow(at, [], false)
  return [...byEnd].map(([end, value]) => ({ end, value }))
}

const fractions = { half: 0.5, quarter: 0.25, 'three-quarters': 0.75 } as const

/** 100 and 5 are 105, but 7 and 10 are not 17. */
function withNumber(sums: readonly number[], value: number): readonly number[] | undefined {
  const last = sums.at(-1)
  if (last === undefined) return [value]
  if (!Number.isInteger(value) || value === 0) return undefined
  const size = 10 ** String(Math.trunc(value)).length
  return last > value && last % size === 0 ? [...sums, value] : undefined
}

/** Reads thousands that are written with spaces: "40 000". */
function groupsAfter(
  parts: readonly string[],
  at: number,
  decimal: '.' | ',',
): readonly { end: number; value: number }[] {
  if (!/^-?\d{1,3}$/.test(parts[at] ?? '')) return []
  let [end, digits] = [at + 1, parts[at] ?? '']
  while (/^\d{3}$/.test(parts[end] ?? '')) digits += parts[end++]
  if (new RegExp(`^\\d{3}\\${decimal}\\d+$`).test(parts[end] ?? '')) digits += parts[end++]
  const value = numberOf(digits, decimal)
  return end === at + 1 || value === undefined ? [] : [{ end, value }]
}

/** Reads numbers with the unit first: "one and twenty". */
function unitsBeforeTens(sums: readonly number[], value: number): readonly number[] | undefined {
  const last = sums.at(-1)
  if (last === undefined || last < 1 || last > 9 || value < 20 || value > 90 || value % 10 !== 0) return undefined
  return withNumber(sums.slice(0, -1), value + last)
}

function multiplied(sums: readonly number[], factor: number, needsNone = false): readonly number[] | undefined {
  const first = sums.findIndex((value) => value < factor)
  if (first === -1 || needsNone) {
    const last = sums.at(-1)
    if (last === undefined || (last > factor && last % (10 * factor) === 0)) return [...sums, factor]
    return sums.length === 1 && !needsNone ? [last * factor] : undefined
  }
  const multiplicand = sums.slice(first).reduce((sum, value) => sum + value, 0)
  return multiplicand === 0 ? undefined : [...sums.slice(0, first), multiplicand * factor]
}
