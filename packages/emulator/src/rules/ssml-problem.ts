import { type SsmlElement, ssmlElement } from './ssml-element.js'
import { limitProblem } from './ssml-limits.js'

const name = '[A-Za-z_][\\w:.-]*'
const tag = new RegExp(`<(/?)(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y')
const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/

/**
 * Returns why Alexa rejects SSML: a root other than `<speak>`, tags that do not balance, a bare `&` or `<`, or a
 * documented limit that it breaks. Unknown tags and attributes are not checked.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html (read 2026-11-29)
 * @internal
 */
export function ssmlProblem(ssml: string): string | undefined {
  const text = ssml.replace(/<!--[\s\S]*?-->/g, '').trim()
  const open: string[] = []
  const elements: SsmlElement[] = []
  if (bareAmpersand.test(text)) return 'has a bare "&" (write "&amp;")'
  let position = 0
  while (position < text.length) {
    if (text[position] !== '<') {
      if (open.length === 0) return 'must be one <speak> element, with nothing around it'
      const next = text.indexOf('<', position)
      position = next === -1 ? text.length : next
      continue
    }
    tag.lastIndex = position
    const match = tag.exec(text)
    if (match === null) return 'has a "<" that does not start a tag (write "&lt;")'
    const [whole, closing, element = '', attributes = '', selfClosing] = match
    const isRoot = open.length === 0
    position += whole.length
    if (closing) {
      if (selfClosing || open.pop() !== element) return `closes <${element}>, which is not the innermost open element`
    } else {
      if (isRoot && (element !== 'speak' || match.index !== 0)) {
        return 'must be one <speak> element, with nothing around it'
      }
      elements.push(ssmlElement(element, attributes))
      if (!selfClosing) open.push(element)
    }
  }
  if (open.length > 0) return `never closes <${open.at(-1)}>`
  return text === '' ? 'is empty' : limitProblem(elements)
}
