import assert from 'node:assert'
import type { ProfileField, ProfileResult } from '../../src/index.js'
import { fields } from '../../src/index.js'

const failures = ['server-error', 'unexpected-status', 'network', 'timeout', 'invalid-response', 'blocked', 'aborted']
const details = ['attempts', 'durationMs', 'field', 'fingerprint', 'level', 'requestId', 'status']
const isText = (value: unknown) => typeof value === 'string' && value !== ''

/** Fails unless a result is one of the documented results, with all of its members and no others. */
export function assertDocumented(result: ProfileResult, field: ProfileField): void {
  assert(Object.isFrozen(result) && result.field === field)
  assert(Number.isInteger(result.attempts) && result.attempts >= 0 && result.durationMs >= 0)
  assert(result.requestId === undefined || /^[\w-]{1,64}$/.test(result.requestId))
  const own = Object.keys(result).filter((name) => !details.includes(name))
  assert(
    own.every((name) => ownNames[result.status]?.includes(name)),
    own.join(),
  )
  if (result.status === 'available') assertValue(field, result.value)
  if (result.status === 'permission-missing') {
    assert(
      result.scope === fields[field].scope?.manifest &&
        ['not-granted', 'not-declared', 'unknown'].includes(result.reason),
    )
  }
  if (result.status === 'throttled') assert(result.retryAfterMs === undefined || result.retryAfterMs >= 0)
  if (result.status === 'failed') {
    assert(failures.includes(result.failure))
    assert(result.httpStatus === undefined || Number.isInteger(result.httpStatus))
    assert(result.code === undefined || /^[A-Z][A-Z0-9_]{1,63}$/.test(result.code))
  }
}

const ownNames: Readonly<Record<ProfileResult['status'], readonly string[]>> = {
  available: [],
  'not-set': [],
  'permission-missing': ['reason', 'scope'],
  'token-invalid': [],
  throttled: ['retryAfterMs'],
  failed: ['failure', 'httpStatus', 'code'],
  'no-speaker': [],
  'no-device': [],
}

function assertValue(field: ProfileField, value: unknown): void {
  if (typeof value === 'string') {
    assert(isText(value))
    return
  }
  assert(typeof Object.values(fields[field].sample)[0] === 'object', `${field} is not an object`)
  assert(Object.values(value as object).every(isText))
}
