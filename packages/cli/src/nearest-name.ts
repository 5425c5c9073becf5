import { distance } from 'fastest-levenshtein'

/** Of so many letters one may be wrong, but never more than three: right names begin to look like each other. */
const lettersPerTypo = 4
const mostTypos = 3

/** Nobody meant a name with more letters; comparing it would only take long. */
const longestName = 200

/** Shorter pieces, `alexa` say, are part of too many names. */
const shortestPiece = 8

/**
 * The one name that was probably meant: the same letters with other separators (`alexa::profileemailread`), the only
 * one that has all of these letters in a row or that these letters contain (`profile:email:read`), or the only nearest
 * one with a few typos.
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
