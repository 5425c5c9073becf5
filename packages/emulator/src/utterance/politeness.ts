/**
 * Removes polite phrases before and after a request: "please … for me". If nothing is left, the whole sentence is the
 * request.
 */
export function withoutPoliteness<Part>(
  parts: readonly Part[],
  wordOf: (part: Part) => string | undefined,
  polite: readonly (readonly string[])[],
): readonly Part[] {
  let [start, end] = [0, parts.length]
  const standsAt = (words: readonly string[], at: number) =>
    words.every((word, index) => wordOf(parts[at + index] as Part) === word)
  for (let found = true; found; ) {
    found = false
    for (const words of polite) {
      const { length } = words
      if (length >= end - start) continue
      if (standsAt(words, start)) {
        start += length
        found = true
      } else if (standsAt(words, end - length)) {
        end -= length
        found = true
      }
      if (found) break
    }
  }
  return parts.slice(start, end)
}
