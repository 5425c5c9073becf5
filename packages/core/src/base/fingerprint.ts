import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { processWide } from './process-wide.js'

const key = Symbol('fingerprint')

/** Makes fingerprints comparable within the process and worthless outside it. */
const secret = processWide('fingerprint/1', (): { key?: KeyObject } => ({}))

/** What `fingerprint` is made of: nothing that can be listed, and the value only as an HMAC. */
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

/** One getter for all: with a closure for each, V8 would make a hidden class for each, which costs more than a result. */
const accessor = {
  enumerable: true,
  get(this: { readonly [key]?: Fingerprint }) {
    return this[key]?.toString()
  },
}

/**
 * Lets objects that hide a value be told apart: without it any two would be equal to what compares property by property,
 * as `toEqual`, `toMatchObject` and `assert.deepStrictEqual` do.
 */
export function addFingerprint(hiding: object, value: unknown): void {
  Object.defineProperty(hiding, key, { value: new Fingerprint(value) })
  Object.defineProperty(hiding, 'fingerprint', accessor)
}
