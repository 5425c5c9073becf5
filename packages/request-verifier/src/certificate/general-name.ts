import { type DerElement, derTag } from './der.js'

/**
 * The forms of GeneralName by tag, from `otherName` to `registeredID`. Some contain other elements, and some do not. A
 * name whose tag is of the wrong kind is not DER.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6 (read 2026-11-28)
 */
const forms = new Set([
  derTag.explicit(0),
  derTag.implicit(1),
  derTag.implicit(2),
  derTag.explicit(3),
  derTag.explicit(4),
  derTag.explicit(5),
  derTag.implicit(6),
  derTag.implicit(7),
  derTag.implicit(8),
])

/** Authorities issue certificates for up to a few hundred names. Alexa's has one. */
const mostNames = 256

/**
 * Reads names of all forms, and returns those of hosts in lower case.
 *
 * @throws {RangeError} if a name has an unknown form, or if there are no names or too many
 */
export function readGeneralNames(elements: readonly DerElement[]): { dns: string[]; hasOthers: boolean } {
  if (elements.length === 0 || elements.length > mostNames)
    throw new RangeError('the list of names is empty or too long')
  if (!elements.every(({ tag }) => forms.has(tag))) throw new RangeError('the element is not a name')
  const dns = elements
    .filter(({ tag }) => tag === derTag.implicit(2))
    .map(({ content }) => content.toString('latin1').toLowerCase())
  return { dns, hasOthers: dns.length < elements.length }
}
