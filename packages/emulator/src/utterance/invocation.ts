import type { LanguageWords } from './languages/language-words.js'
import { list } from './lexicon.js'
import { similarity } from './similarity.js'
import type { Token, Tokenizer } from './tokens.js'

/** Recognizes how a customer names a skill. */
export interface Invocation {
  /** Whether the words only open the skill: "open table talk", or its name alone. */
  readonly opens: (tokens: readonly Token[]) => boolean
  /** Returns what the customer asks the skill for: "ask table talk to …". Empty if the words do not name the skill. */
  readonly requests: (tokens: readonly Token[]) => readonly (readonly Token[])[]
}

interface Pattern {
  readonly before: readonly string[]
  /** What follows the request. Undefined if the phrase has no request. */
  readonly after: readonly string[] | undefined
}

/** Creates the recognizer. The customer must say the whole invocation name: "tell me a fact" does not name a skill. */
export function createInvocation(name: string | undefined, language: LanguageWords, tokenizer: Tokenizer): Invocation {
  if (name === undefined || tokenizer.words(name).length === 0) return { opens: () => false, requests: () => [] }
  const withName = (phrases: string) =>
    list(phrases).map((phrase): Pattern => {
      const [before = '', after] = phrase.replace('{name}', ` ${name} `).split('{request}')
      return { before: tokenizer.words(before), after: after === undefined ? undefined : tokenizer.words(after) }
    })
  const launches = [{ before: tokenizer.words(name), after: undefined }, ...withName(language.launch)]
  const asks = withName(language.ask)

  function requests(tokens: readonly Token[]): readonly (readonly Token[])[] {
    const found = asks.flatMap(({ before, after = [] }) => {
      const end = tokens.length - after.length
      const isSaid = end > before.length && saysAt(tokens, 0, before) && saysAt(tokens, end, after)
      return isSaid ? [tokens.slice(before.length, end)] : []
    })
    return found.filter((one, index) => found.findIndex((other) => isSame(one, other)) === index)
  }
  return {
    opens: (tokens) => launches.some(({ before }) => before.length === tokens.length && saysAt(tokens, 0, before)),
    requests,
  }
}

function saysAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => similarity(word, tokens[at + index]?.word ?? '') >= 0.8)
}

function isSame(one: readonly Token[], other: readonly Token[]): boolean {
  return one.length === other.length && one[0] === other[0]
}
