const failures = ['server-error', 'unexpected-status', 'network', 'timeout', 'invalid-response', 'blocked', 'aborted']

/**
 * Whether a result is one of those that core documents, with everything that belongs to it and nothing else.
 *
 * @param {any} result
 * @param {string} field
 */
export function isDocumented(result, field) {
  const { status, fingerprint, value, ...rest } = { ...result }
  const { level, attempts, durationMs, requestId, ...own } = { ...rest }
  const detailsFit =
    result.field === field &&
    (level === 'customer' || level === 'speaker') &&
    Number.isInteger(attempts) &&
    attempts >= 0 &&
    durationMs >= 0 &&
    (requestId === undefined || /^[\w-]{1,64}$/.test(requestId))
  delete own.field
  return detailsFit && Object.isFrozen(result) && value === undefined && ownFits(status, own, result)
}

/**
 * @param {string} status
 * @param {any} own what is not the same for all results
 * @param {any} result
 */
function ownFits(status, { ...own }, result) {
  const names = Object.keys(own).sort().join()
  switch (status) {
    case 'available':
      return names === '' && isValue(result.field, result.value)
    case 'not-set':
    case 'token-invalid':
    case 'no-speaker':
      return names === ''
    case 'permission-missing':
      return names === 'reason,scope' && ['not-granted', 'not-declared', 'unknown'].includes(own.reason)
    case 'throttled':
      return names === '' || (names === 'retryAfterMs' && own.retryAfterMs >= 0)
    case 'failed':
      return (
        failures.includes(own.failure) &&
        (own.httpStatus === undefined || Number.isInteger(own.httpStatus)) &&
        (own.code === undefined || /^[A-Z][A-Z0-9_]{1,63}$/.test(own.code))
      )
    default:
      return false
  }
}

/**
 * @param {string} field
 * @param {any} value
 */
function isValue(field, value) {
  if (field !== 'mobileNumber') return typeof value === 'string' && value !== ''
  const { countryCode, phoneNumber, ...more } = value
  const codeFits = countryCode === undefined || (typeof countryCode === 'string' && countryCode !== '')
  return codeFits && typeof phoneNumber === 'string' && phoneNumber !== '' && Object.keys(more).length === 0
}
