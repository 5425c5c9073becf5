/** Assigns numbers to objects, counting from 1. */
export interface Identifiers {
  of(object: object): number
}

export function createIdentifiers(): Identifiers {
  const ids = new WeakMap<object, number>()
  let latest = 0
  return {
    of(object) {
      const known = ids.get(object)
      if (known !== undefined) return known
      latest += 1
      ids.set(object, latest)
      return latest
    },
  }
}
