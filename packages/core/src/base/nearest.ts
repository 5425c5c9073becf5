/** Longer words are not compared: nobody mistypes so much, and it would take long. */
const longestWord = 100

/**
 * The known word that was probably meant: the one nearest to it, if it is the only one and at most a third of the letters
 * differ. Case and separators do not count.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined
  const letters = lettersOf(word)
  const distances = known.map((candidate) => distance(letters, lettersOf(candidate)))
  const fewest = Math.min(...distances)
  const isNear = fewest <= Math.max(1, Math.floor(letters.length / 3)) && letters.length > 1
  const candidates = known.filter((_, index) => distances[index] === fewest)
  return isNear && candidates.length === 1 ? candidates[0] : undefined
}

/**
 * What to tell a developer who misspelled a name.
 *
 * @example unknownName('option', 'skilName', ['skillName', 'ca']) // Unknown option "skilName". Did you mean "skillName"? …
 */
export function unknownName(kind: string, word: string, known: readonly string[]): string {
  const meant = nearest(word, known)
  const quoted = JSON.stringify(word.length > longestWord ? `${word.slice(0, longestWord)}…` : word)
  const hint = meant === undefined ? '' : ` Did you mean ${JSON.stringify(meant)}?`
  return `Unknown ${kind} ${quoted}.${hint} Known ${kind}s: ${known.join(', ')}.`
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** How many letters must be added, removed, changed or swapped with their neighbor (Damerau and Levenshtein). */
function distance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        at(rows, row - 1, column) + 1,
        (current[column - 1] ?? 0) + 1,
        at(rows, row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(rows, row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    rows.push(current)
  }
  return at(rows, from.length, to.length)
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0
}
