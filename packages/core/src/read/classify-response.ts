import { isUtf8 } from 'node:buffer'
import type { IncomingHttpHeaders } from 'node:http'
import { own } from '../base/own.js'
import { fields, type ProfileField } from '../fields/fields.js'
import type { ExchangeOutcome } from '../http/exchange.js'
import type {
  Available,
  Failed,
  NotSet,
  PermissionMissing,
  ResultDetails,
  Throttled,
  TokenInvalid,
} from './profile-result.js'
import { retryAfterMs } from './retry-after.js'

type Classified<Result> = Omit<Result, keyof ResultDetails>

/** The status of one field and its properties, without the details of the read. */
export type ClassifiedResponse =
  | Classified<Available>
  | Classified<NotSet>
  | Classified<PermissionMissing>
  | Classified<TokenInvalid>
  | Classified<Throttled>
  | Classified<Failed>

const invalid: Classified<Failed> = { status: 'failed', failure: 'invalid-response', httpStatus: 200 }

/**
 * Interprets Alexa's response for a field. Passes on nothing of the body but a value of the documented shape.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)
 */
export function classifyOutcome(field: ProfileField, outcome: ExchangeOutcome, wallNow: number): ClassifiedResponse {
  if (outcome.kind === 'response') {
    return classifyResponse(field, outcome.status, outcome.headers, outcome.body, wallNow)
  }
  const { cause, status, headers = {}, body = Buffer.alloc(0) } = outcome
  // Except for a 200, the rest of the body matters little.
  if (status !== undefined && status !== 200) return classifyResponse(field, status, headers, body, wallNow)
  switch (cause) {
    case 'too-large':
      return invalid
    case 'not-http':
      return { status: 'failed', failure: 'invalid-response', ...(outcome.code && { code: outcome.code }) }
    case 'gone':
      if (outcome.code !== undefined) return { status: 'failed', failure: 'network', code: outcome.code }
      return { status: 'failed', failure: 'timeout' }
    case 'timeout':
      return { status: 'failed', failure: 'timeout' }
    case 'cancelled':
      return { status: 'failed', failure: 'aborted' }
    default:
      return { status: 'failed', failure: 'network', ...(outcome.code && { code: outcome.code }) }
  }
}

function classifyResponse(
  field: ProfileField,
  status: number,
  headers: IncomingHttpHeaders,
  body: Buffer,
  wallNow: number,
): ClassifiedResponse {
  switch (status) {
    case 200:
      return classifyValue(field, parseJson(body))
    case 204:
      return { status: 'not-set' }
    case 401:
      return { status: 'token-invalid' }
    case 403:
      return classifyForbidden(field, headers, body)
    case 429: {
      const waitMs = retryAfterMs(headers['retry-after'], wallNow)
      return { status: 'throttled', ...(waitMs !== undefined && { retryAfterMs: waitMs }) }
    }
    default:
      return { status: 'failed', failure: status >= 500 ? 'server-error' : 'unexpected-status', httpStatus: status }
  }
}

function classifyValue(field: ProfileField, json: unknown): ClassifiedResponse {
  const parsed = fields[field].parse(json)
  if (parsed === 'not-set') return { status: 'not-set' }
  return parsed === 'invalid' ? invalid : { status: 'available', value: parsed.value }
}

/**
 * Amazon does not document the messages. The two reasons, in new and old wording, were collected from real responses by
 * Jovo's maintainers. The address API also returns 403 for an invalid token. An HTML page comes from the content
 * network and says nothing about consent.
 *
 * @see https://github.com/jovotech/jovo-framework/blob/v4/latest/platforms/platform-alexa/src/api/CustomerProfileApi.ts (read 2026-11-22)
 * @see https://github.com/alexa/alexa-skills-kit-sdk-for-python/issues/38 (read 2026-11-22)
 * @see https://github.com/maxbeckers/amazon-alexa-php/issues/62 (read 2026-11-28)
 */
function classifyForbidden(field: ProfileField, headers: IncomingHttpHeaders, body: Buffer): ClassifiedResponse {
  const isHtml = /html/i.test(headers['content-type'] ?? '') || /^[\s\ufeff]*</.test(body.toString('utf8', 0, 64))
  if (isHtml) return { status: 'failed', failure: 'blocked', httpStatus: 403 }
  const answer = parseJson(body)
  const text = [own(answer, 'code'), own(answer, 'message')].filter((part) => typeof part === 'string').join(' ')
  if (/token is (not valid|invalid)/i.test(text)) return { status: 'token-invalid' }
  const { scope } = fields[field]
  if (scope === undefined) return { status: 'failed', failure: 'unexpected-status', httpStatus: 403 }
  return { status: 'permission-missing', scope: scope.manifest, reason: reasonIn(text) }
}

function reasonIn(text: string): PermissionMissing['reason'] {
  if (/\bFORBIDDEN\b|cannot be requested/.test(text)) return 'not-declared'
  return /NOT_REQUESTED|not (yet )?been requested/.test(text) ? 'not-granted' : 'unknown'
}

/** Returns `undefined`, which no JSON stands for, if the bytes are not UTF-8 or not JSON. Skips a BOM. */
function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) return undefined
  const text = body.toString()
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch {
    return undefined
  }
}

/** Returns a request id only if it looks like one. A server could return anything there, including the token. */
export function requestIdOf(outcome: ExchangeOutcome): string | undefined {
  const id = outcome.headers?.['x-amzn-requestid']
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined
}
