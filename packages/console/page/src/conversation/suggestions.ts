import type { ModelView } from '../../../src/protocol/console-state.js'

/** A suggested utterance: a sample of the interaction model, with slots in braces. */
export interface Suggestion {
  readonly sample: string
  readonly intent: string
}

const mostSuggestions = 7

/** Returns the samples that match the typed text, best first. For an empty box, it returns one sample of each intent. */
export function suggestionsFor({ intents }: ModelView, typed: string): readonly Suggestion[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const all = intents.flatMap(({ name, samples }) => samples.map((sample) => ({ sample, intent: name })))
  if (words.length === 0) {
    return all.filter(({ intent }, index) => all[index - 1]?.intent !== intent).slice(0, mostSuggestions)
  }
  return all
    .map((suggestion) => ({ suggestion, rank: rankOf(suggestion.sample, words) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .slice(0, mostSuggestions)
    .map(({ suggestion }) => suggestion)
}

/** Returns the rank of a sample, where smaller is nearer. Words that the sample lacks may be slot values, two per slot. */
function rankOf(sample: string, words: readonly string[]): number | undefined {
  const text = sample.toLowerCase()
  const missing = words.filter((word) => !text.includes(word)).length
  if (missing === words.length || missing > 2 * slotsIn(sample).length) return undefined
  return missing * 1000 + (text.startsWith(words[0] ?? '') ? 0 : 500) + sample.length
}

/** Returns the names of the slots in a sample. */
export function slotsIn(sample: string): readonly string[] {
  return [...sample.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
}

/** Returns the position of the first slot in a sample, or undefined without a slot. */
export function firstSlot(sample: string): { readonly start: number; readonly end: number } | undefined {
  const match = /\{[^}]+\}/.exec(sample)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}
