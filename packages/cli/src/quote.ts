const longest = 80

/** Control, format and line-separating characters: a name from a file must not move the cursor of a terminal. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu

/** A name as messages show it: in quotes, on one line, and cut if it is longer than any real name. */
export function quote(name: string): string {
  const shown = name.length > longest ? `${name.slice(0, longest)}…` : name
  return JSON.stringify(shown).replace(invisible, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
