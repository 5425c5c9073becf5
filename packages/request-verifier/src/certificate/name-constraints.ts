import { derTag, readDer, readSequence } from './der.js'

/**
 * Gives whether an authority's name constraints let it vouch for a host (RFC 5280, 4.2.1.10). Constraints on other kinds
 * of names do not matter here, where only the host counts.
 *
 * @throws {RangeError} when they are not DER
 */
export function readNameConstraints(constraints: Buffer): (host: string) => boolean {
  const subtrees = readSequence(constraints)
  const namesIn = (tag: number) =>
    subtrees
      .filter((subtree) => subtree.tag === tag)
      .flatMap(({ content }) => readDer(content))
      .flatMap(({ content }) => readDer(content).slice(0, 1))
      .filter((base) => base.tag === derTag.implicit(2))
      .map(({ content }) => content.toString('latin1').toLowerCase())
  const permitted = namesIn(derTag.explicit(0))
  const excluded = namesIn(derTag.explicit(1))
  return (host) => {
    const isBelow = (base: string) =>
      base === '' || host === base || host.endsWith(base.startsWith('.') ? base : `.${base}`)
    return (permitted.length === 0 || permitted.some(isBelow)) && !excluded.some(isBelow)
  }
}
