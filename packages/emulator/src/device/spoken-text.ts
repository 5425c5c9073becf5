const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Converts SSML to the text that the customer hears: without tags, with a space in place of a tag that pauses, and with
 * decoded entities.
 *
 * @param firstName Returns the first name of a person that `<alexa:name>` names, or undefined if Alexa says nothing.
 * @internal
 */
export function spokenText(ssml: string, firstName: (personId: string) => string | undefined): string {
  const text = ssml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<alexa:name\b(?:[^>"']|"[^"]*"|'[^']*')*>/g, (element) => {
      const [, , personId = ''] = /\bpersonId\s*=\s*(["'])(.*?)\1/.exec(element) ?? []
      return firstName(decoded(personId))?.replace(/&/g, '&amp;').replace(/</g, '&lt;') ?? ''
    })
    .replace(/<\/?(?:speak|break|audio|p|s)\b(?:[^>"']|"[^"]*"|'[^']*')*>/g, ' ')
    .replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return decoded(text)
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole
  })
}
