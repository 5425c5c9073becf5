import { type ProfileField, type ProfileLevel, scopeOf } from '@alexa-profile/core'
import type { Customer, Speaker } from '../customer/customer.js'
import { personIdScope } from '../skill/manifest.js'
import { type ApiResponse, invalidToken, json } from './api-response.js'
import type { TokenCheck } from './token-store.js'

/** What a path of the profile API stands for. */
export interface ProfileTarget {
  readonly level: ProfileLevel
  readonly field: ProfileField
}

/**
 * How Alexa responds when nothing is wrong with it: token, then manifest, then consent, then value. The two reasons for a
 * 403 are texts that were seen in real responses.
 *
 * @see https://github.com/jovotech/jovo-framework/blob/16f8c4d/platforms/platform-alexa/src/api/CustomerProfileApi.ts (read 2026-11-22)
 */
export function profileResponse(
  { level, field }: ProfileTarget,
  { state, owner }: TokenCheck<Customer, Speaker>,
  declared: ReadonlySet<string>,
): ApiResponse {
  if (state !== 'valid' || owner === undefined) return invalidToken
  const record: Pick<Customer, 'granted' | 'data'> | undefined = level === 'customer' ? owner.customer : owner.speaker
  const scope = scopeOf[field]
  if (record === undefined || !declared.has(scope) || (level === 'speaker' && !declared.has(personIdScope))) {
    return accessDenied('FORBIDDEN')
  }
  if (!record.granted.has(scope)) return accessDenied('ACCESS_NOT_REQUESTED')
  const value = record.data[field]
  return value === undefined ? { status: 204 } : json(200, value)
}

function accessDenied(reason: 'FORBIDDEN' | 'ACCESS_NOT_REQUESTED'): ApiResponse {
  return json(403, { code: 'ACCESS_DENIED', message: `Access denied with reason: ${reason}` })
}
