import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { processState } from './process-state.js'

/**
 * Lets objects that hide a value be told apart: without it any two would be equal to what compares property by property,
 * as `toEqual`, `toMatchObject` and `assert.deepStrictEqual` do.
 */
export function addFingerprint(hiding: object, value: unknown): void {
  Object.defineProperty(hiding, 'fingerprint', { enumerable: true, get: () => fingerprintOf(value) })
}

function fingerprintOf(value: unknown): string {
  processState.fingerprintKey ??= createSecretKey(randomBytes(32))
  return createHmac('sha256', processState.fingerprintKey).update(JSON.stringify(value)).digest('base64url')
}
