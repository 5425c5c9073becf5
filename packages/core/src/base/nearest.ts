/** Longer words are not compared. They are not typos, and the comparison would be slow. */
const longestWord = 100

/** Four of ten letters may be wrong, but never more than four, because correct words then become similar to each other. */
const mostWrong = 4

/**
 * For integrations: finds the known word that was probably meant: the nearest one, if it is unique and close enough.
 * Ignores case and separators.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined
  const letters = lettersOf(word)
  const distances = known.map((candidate) => distance(letters, lettersOf(candidate)))
  const fewest = Math.min(...distances)
  const isNear = letters.length > 1 && fewest <= Math.min(mostWrong, Math.ceil(letters.length * 0.3))
  const candidates = known.filter((_, index) => distances[index] === fewest)
  return isNear && candidates.length === 1 ? candidates[0] : undefined
}

/**
 * For integrations: builds the message about a misspelled name.
 *
 * @example unknownName('option', 'skilName', ['skillName', 'ca']) // Unknown option "skilName". Did you mean
 *   "skillName"? …
 */
export function unknownName(
  kind: string,
  word: string,
  known: readonly string[],
  help = `Known ${kind}s: ${known.join(', ')}.`,
): string {
  const meant = nearest(word, known)
  const quoted = JSON.stringify(word.length > longestWord ? `${word.slice(0, longestWord)}…` : word)
  const hint = meant === undefined ? '' : ` Did you mean ${JSON.stringify(meant)}?`
  return `Unknown ${kind} ${quoted}.${hint} ${help}`
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** The number of letters to add, remove or change (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const [changed = 0, removed = 0, added = 0] = [row[column], row[column + 1], next[column]]
      next.push(Math.min(removed + 1, added + 1, changed + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row[to.length] ?? 0
}
