import { fields, type ProfileField } from '@alexa-profile/core'
import type { Customer, Speaker } from '../customer/customer.js'
import { personIdScope } from '../skill/declared-scopes.js'
import { type ApiResponse, invalidAddressToken, invalidToken, json } from './api-response.js'
import type { ProfileTarget } from './profile-target.js'
import type { TokenCheck } from './token-store.js'

/**
 * Responds as Alexa does without a situation. It checks the token, then the manifest, then the consent, then the value.
 * The two reasons for a 403 were seen in real responses.
 *
 * @see https://github.com/jovotech/jovo-framework/blob/16f8c4d/platforms/platform-alexa/src/api/CustomerProfileApi.ts (read 2026-11-22)
 */
export function profileResponse(
  { level, field, deviceId }: ProfileTarget,
  { state, owner }: TokenCheck<Customer, Speaker>,
  declared: ReadonlySet<string>,
): ApiResponse {
  if (state !== 'valid' || owner === undefined) return invalidTokenResponse(field)
  const { customer, speaker } = owner
  // An inference: a token gives access only to the device for which it was issued.
  if (level === 'device' && deviceId !== customer.deviceId) return accessDenied('FORBIDDEN')
  const record: Pick<Customer, 'granted' | 'data'> | undefined = level === 'speaker' ? speaker : customer
  const scope = fields[field].scope?.manifest
  if (record === undefined || (level === 'speaker' && !declared.has(personIdScope))) return accessDenied('FORBIDDEN')
  if (scope !== undefined && !declared.has(scope)) return accessDenied('FORBIDDEN')
  if (scope !== undefined && !record.granted.has(scope)) return accessDenied('ACCESS_NOT_REQUESTED')
  const value = record.data[field]
  return value === undefined ? { status: 204 } : json(200, value)
}

/** Returns the response to an invalid token. The address API is older than the settings and has its own. */
export function invalidTokenResponse(field: ProfileField): ApiResponse {
  const isAddress = Object.values(fields[field].path).some((path) => path.startsWith('/v1/devices/'))
  return isAddress ? invalidAddressToken : invalidToken
}

function accessDenied(reason: 'FORBIDDEN' | 'ACCESS_NOT_REQUESTED'): ApiResponse {
  return json(403, { code: 'ACCESS_DENIED', message: `Access denied with reason: ${reason}` })
}
