import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { processWide } from './process-wide.js'

const key = Symbol('fingerprint')

/** Makes fingerprints comparable within the process and useless outside it. */
const secret = processWide('fingerprint/1', (): { key?: KeyObject } => ({}))

/** The content of `fingerprint`: it cannot be listed, and holds the value only as an HMAC. */
class Fingerprint {
  readonly #value: unknown

  constructor(value: unknown) {
    this.#value = value
  }

  toString(): string {
    secret.key ??= createSecretKey(randomBytes(32))
    return createHmac('sha256', secret.key).update(JSON.stringify(this.#value)).digest('base64url')
  }
}

/**
 * One getter for all objects. With a closure for each, V8 would create a hidden class for each, which costs more than a
 * result.
 */
const accessor = {
  enumerable: true,
  get(this: { readonly [key]?: Fingerprint }) {
    return this[key]?.toString()
  },
}

/**
 * Makes objects with different hidden values differ in tests. Without it, `toEqual`, `toMatchObject` and
 * `assert.deepStrictEqual`, which compare property by property, would find any two of them equal.
 */
export function addFingerprint(hiding: object, value: unknown): void {
  Object.defineProperty(hiding, key, { value: new Fingerprint(value) })
  Object.defineProperty(hiding, 'fingerprint', accessor)
}
