import fc from 'fast-check'

/** A string that a message must never quote. */
export const secret = 'secret-7f3a'

/** Throws an error that quotes a secret on every access. Symbols are exempt, because fast-check reads some. */
function trap(): object {
  const spring = (_: object, name?: unknown): undefined => {
    if (typeof name !== 'symbol') throw new Error(secret)
  }
  return new Proxy(() => {}, {
    get: spring,
    has: (_, name) => spring(_, name) ?? false,
    getOwnPropertyDescriptor: (_, name) => spring(_, name),
    getPrototypeOf: () => spring({}) ?? null,
    ownKeys: () => spring({}) ?? [],
  })
}

/** An object with all expected members, one of them a getter that throws. */
function throwingGetters(names: readonly string[]): object {
  const get = () => {
    throw new Error(secret)
  }
  return Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, { get, enumerable: true }])))
}

const names = ['context', 'System', 'apiEndpoint', 'apiAccessToken', 'person', 'personId', 'request', 'type', 'token']

/** JSON and values that JSON cannot contain: proxies, getters that throw, symbols, prototype cycles, binary strings. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary' }) },
  fc.constantFrom<unknown>(Symbol('s'), secret, [secret], '__proto__', Number.NaN, -0, 2 ** 53, null, undefined),
  fc.constant(null).map(trap),
  fc.constant(null).map(() => throwingGetters(names)),
  fc.constant(null).map(() => Object.create({ apiEndpoint: 'https://evil.test', apiAccessToken: secret, type: 'x' })),
)

/** A tree with up to three parts replaced or removed. */
export function mutated(template: object, parts: fc.Arbitrary<unknown> = anything): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.constantFrom(...pathsIn(template)), parts)
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const copy = structuredClone(template)
    for (const [path, part] of changes) replace(copy, path, part)
    return copy
  })
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [[name], ...pathsIn(part).map((path) => [name, ...path])])
}

function replace(root: object, path: readonly string[], part: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>(memberOf, root)
  const name = path.at(-1) ?? ''
  if (typeof parent !== 'object' || parent === null || !Object.isExtensible(parent)) return
  try {
    Object.defineProperty(parent, name, { value: part, enumerable: true, configurable: true, writable: true })
  } catch {
    // An earlier change put a value here that cannot be changed.
  }
}

function memberOf(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | undefined)?.[name]
  } catch {
    return undefined
  }
}
