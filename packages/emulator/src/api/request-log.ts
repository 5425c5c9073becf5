import type { FieldLevel, ProfileField } from '@alexa-profile/core'
import { createBoundedList } from '../base/bounded-list.js'
import type { SituationName } from './situation.js'
import type { TokenState } from './token-store.js'

/** One request to Alexa's APIs, without its token and without any value. */
export interface ApiRequest {
  /** As received: `GET`. */
  readonly method: string
  /** As received, without a query. */
  readonly path: string
  /** Absent for a progressive response, and for a path that is not emulated. */
  readonly field?: ProfileField
  /** Absent like `field`. */
  readonly level?: FieldLevel
  /** Absent until the emulator has responded, and for good in the situations `silent` and `resetting`. */
  readonly status?: number
  /** Why a progressive response was refused, or that the emulator does not emulate this request; absent otherwise. */
  readonly problem?: string
  /** The situation that decided the response; absent when there was none. */
  readonly situation?: SituationName
  /** The response's `X-Amzn-RequestId`. A CDN's page has no such header. */
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Milliseconds from the request's headers to the start of the response; absent like `status`. */
  readonly durationMs?: number
  /** `missing` also means a header that is not of the form `Bearer …`. */
  readonly token: TokenState
  /** `userId` of the customer whom the token belongs to; absent when it belongs to no customer. */
  readonly customerId?: string
  /** `request.requestId` of the envelope that brought the token: the turn, or event, that this is for; absent when there is none. */
  readonly envelopeRequestId?: string
  /** Milliseconds until the response was complete or the client had hung up; absent until then. */
  readonly closedAfterMs?: number
}

export interface RequestLog {
  /** Notes a request; call `responded` right before the response goes out, so that its receiver finds it in the log. */
  begin(request: Omit<ApiRequest, 'status' | 'problem' | 'durationMs' | 'startedAt' | 'closedAfterMs'>): {
    responded(status: number, problem?: string): void
    /** The response is out, or the connection is gone. */
    closed(): void
  }
  /** Oldest first: a copy. */
  entries(): ApiRequest[]
  /** Those with the token of one envelope. */
  of(envelopeRequestId: string): ApiRequest[]
  clear(): void
}

const maximumRequests = 10_000

/** The latest requests. `changed` is called with each at its beginning, and each time more is known about it. */
export function createRequestLog(changed: (request: ApiRequest) => void): RequestLog {
  const log = createBoundedList<ApiRequest>(maximumRequests)
  return {
    begin(request) {
      const startedAt = Date.now()
      const clock = performance.now()
      const entry: ApiRequest & {
        status?: number
        problem?: string
        durationMs?: number
        closedAfterMs?: number
      } = {
        ...request,
        startedAt,
      }
      log.add(entry)
      changed(entry)
      return {
        responded(status, problem) {
          entry.status = status
          if (problem !== undefined) entry.problem = problem
          entry.durationMs = performance.now() - clock
          changed(entry)
        },
        closed() {
          entry.closedAfterMs = performance.now() - clock
          changed(entry)
        },
      }
    },
    entries: () => [...log.items],
    of: (envelopeRequestId) => log.items.filter((request) => request.envelopeRequestId === envelopeRequestId),
    clear: log.clear,
  }
}
