/** Scripts that write few vowels, or one letter for each syllable. */
const dense = /[\p{Script=Arabic}\p{Script=Devanagari}]/u

/** Returns how similar two words are, from 0 to 1. Typing errors and different endings are similar. */
export function similarity(one: string, other: string): number {
  if (one === other) return 1
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < 4 || long.length - short.length > 4 || /\d/.test(long)) return 0
  let prefix = 0
  while (prefix < short.length && short[prefix] === long[prefix]) prefix++
  const least = dense.test(short) ? 3 : 4
  if (prefix >= least && prefix >= long.length * 0.65) return 0.8
  if (prefix >= least && prefix >= long.length * 0.55) return 0.65
  if (prefix < 1 && short[1] !== long[1]) return 0
  const most = short.length >= 8 ? 2 : 1
  if (long.length - short.length > most) return 0
  const edits = distance(short, long, most)
  // Another letter in a word of four is usually another word: "fine" and "wine", "nope" and "note".
  if (long.length === 4 && edits === 1 && [...short].toSorted().join() !== [...long].toSorted().join()) return 0
  return edits > most ? 0 : edits === 1 ? 0.85 : 0.7
}

/** Returns the number of letters to change, insert, remove or swap, or any number above `most` if it is larger than that. */
function distance(one: string, other: string, most: number): number {
  let before: number[] = []
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let edits = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        edits = Math.min(edits, (before[column - 2] ?? 0) + 1)
      }
      current.push(edits)
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    before = previous
    previous = current
  }
  return previous[other.length] ?? most + 1
}
