/** An SSML element, with its attributes as they are written. */
export interface SsmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

const attribute = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/** Creates an element. @param attributes The part of the tag after its name: `time="1s" strength='weak'`. */
export function ssmlElement(name: string, attributes: string): SsmlElement {
  const pairs = [...attributes.matchAll(attribute)].map(
    ([, key = '', quoted, apostrophed]) => [key, quoted ?? apostrophed ?? ''] as const,
  )
  return { name, attributes: new Map(pairs) }
}
