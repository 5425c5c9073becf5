import { distance } from 'fastest-levenshtein'

/** One letter in four may be wrong, but at most three: with more, correct names look alike. */
const lettersPerTypo = 4
const mostTypos = 3

/** No correct name is longer, and comparing a longer one takes long. */
const longestName = 200

/** Shorter pieces, such as `alexa`, are part of too many names. */
const shortestPiece = 8

/**
 * The name that was probably meant: a name with the same letters and other separators (`alexa::profileemailread`), the only
 * name that contains these letters or is contained in them (`profile:email:read`), or the only nearest name with a few
 * typos.
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined
  const letters = lettersOf(name)
  const sameLetters = names.filter((known) => lettersOf(known) === letters)
  if (sameLetters.length > 0) return only(sameLetters)
  if (letters.length >= shortestPiece) {
    const pieces = names.filter((known) => lettersOf(known).includes(letters) || letters.includes(lettersOf(known)))
    if (pieces.length === 1) return pieces[0]
  }
  const typos = names.map((known) => distance(lettersOf(known), letters))
  const fewest = Math.min(...typos)
  const allowed = Math.min(mostTypos, Math.floor(letters.length / lettersPerTypo))
  return fewest <= allowed ? only(names.filter((_, index) => typos[index] === fewest)) : undefined
}

function only(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
