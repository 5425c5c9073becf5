import type { Item } from './languages/roles.js'
import type { Lexicon } from './lexicon.js'
import { numbersAt } from './number-readings.js'
import type { Token } from './tokens.js'

interface Edge {
  readonly end: number
  readonly items: readonly Item[]
}

/** What the words of one utterance can mean. */
export interface Readings {
  /** Returns the ways to read the words from `start` to `end`, likeliest first. Empty if a word has no role. */
  readonly of: (start: number, end: number) => readonly (readonly Item[])[]
}

/** The maximum number of readings of one span. A date has two or three, but a list of numbers could have hundreds. */
const mostReadings = 48

export function createReadings(tokens: readonly Token[], lexicon: Lexicon, decimal: '.' | ','): Readings {
  const parts: string[] = []
  /** The first part of each token, and the end of the last. */
  const starts: number[] = []
  for (const { word } of tokens) {
    starts.push(parts.length)
    parts.push(...lexicon.parts(word))
  }
  starts.push(parts.length)
  const edges: (readonly Edge[])[] = parts.map((_, at) => edgesAt(parts, at, lexicon, decimal))

  function of(start: number, end: number): readonly (readonly Item[])[] {
    const [from = 0, to = 0] = [starts[start], starts[end]]
    const found: (readonly Item[])[] = []
    // The places from which the end can be reached. Without them, dead ends would be tried again and again.
    const leads = new Set([to])
    for (let at = to - 1; at >= from; at--) if (edges[at]?.some(({ end: next }) => leads.has(next))) leads.add(at)
    const walk = (at: number, items: readonly Item[]): void => {
      if (found.length >= mostReadings) return
      if (at === to) found.push(items)
      else for (const edge of edges[at] ?? []) if (leads.has(edge.end)) walk(edge.end, [...items, ...edge.items])
    }
    if (leads.has(from)) walk(from, [])
    return found
  }
  return { of }
}

function edgesAt(parts: readonly string[], at: number, lexicon: Lexicon, decimal: '.' | ','): readonly Edge[] {
  const word = parts[at] ?? ''
  const phrases = lexicon.at(parts, at).map(({ words, items }) => ({ end: at + words.length, items }))
  const digits: Edge[] = /^-?\d/.test(word) ? [{ end: at + 1, items: [{ role: 'digits', value: 0, text: word }] }] : []
  const numbers = numbersAt(parts, at, lexicon, decimal).map(
    ({ end, value }): Edge => ({ end, items: [{ role: 'number', value }] }),
  )
  const edges = [...phrases.filter(isNoNumber), ...numbers, ...digits]
  const noise = ({ items }: Edge) => (items[0]?.role === 'noise' ? 1 : 0)
  return edges.toSorted((one, other) => other.end - one.end || noise(one) - noise(other))
}

function isNoNumber({ items }: Edge): boolean {
  return items.length > 1 || (items[0]?.role !== 'number' && items[0]?.role !== 'multiplier')
}
