import type { SlotType, SlotTypeValue } from '../skill/interaction-model.js'
import type { Tokenizer } from './tokens.js'

/** The values of a slot type, by the words of their names and synonyms. */
export interface ValueList {
  readonly size: number
  /** The longest name or synonym, in words. */
  readonly mostWords: number
  readonly find: (words: readonly string[]) => SlotTypeValue | undefined
  /** Finds a value whose name or synonym differs by a letter or an ending. */
  readonly findSimilar: (
    words: readonly string[],
    similarity: (one: string, other: string) => number,
  ) => SlotTypeValue | undefined
}

interface Spelling {
  readonly words: readonly string[]
  readonly value: SlotTypeValue
}

export function compileList(type: SlotType, tokenizer: Tokenizer): ValueList {
  const byWords = new Map<string, Spelling>()
  const bySize = new Map<number, Spelling[]>()
  let mostWords = 0
  for (const value of type.values) {
    for (const spelling of [value.name, ...value.synonyms]) {
      const words = tokenizer.words(spelling)
      const key = words.join(' ')
      if (key === '' || byWords.has(key)) continue
      byWords.set(key, { words, value })
      const ofSize = bySize.get(words.length) ?? []
      bySize.set(words.length, ofSize)
      ofSize.push({ words, value })
      mostWords = Math.max(mostWords, words.length)
    }
  }
  return {
    size: byWords.size,
    mostWords,
    find: (words) => byWords.get(words.join(' '))?.value,
    findSimilar: (words, similarity) =>
      bySize
        .get(words.length)
        ?.find((spelling) => spelling.words.every((word, index) => similarity(word, words[index] ?? '') > 0))?.value,
  }
}
