import type { FieldLevel, ProfileField } from '@alexa-profile/core'
import { createBoundedList } from '../base/bounded-list.js'
import type { SituationName } from './situation.js'
import type { TokenState } from './token-store.js'

/** One request to Alexa's APIs, without its token and without any value. */
export interface ApiRequest {
  /** The method as received: `GET`. */
  readonly method: string
  /** The path as received, without its query. */
  readonly path: string
  /** The requested field; absent for a progressive response, and for a path that is not emulated. */
  readonly field?: ProfileField
  /** The level of the field; absent like `field`. */
  readonly level?: FieldLevel
  /**
   * The status of the response; absent until the emulator has responded, and always absent in the situations `silent`
   * and `resetting`.
   */
  readonly status?: number
  /**
   * The reason for rejecting a progressive response, or that the emulator does not support this request. Otherwise
   * absent.
   */
  readonly problem?: string
  /** The situation that decided the response. Absent if there was none. */
  readonly situation?: SituationName
  /** The response's `X-Amzn-RequestId`. A CDN's page has no such header. */
  readonly requestId: string
  /** The time, in milliseconds since 1970. */
  readonly startedAt: number
  /** Milliseconds from the request's headers to the start of the response. Absent like `status`. */
  readonly durationMs?: number
  /** The state of the token. `missing` also means a header that does not look like `Bearer …`. */
  readonly token: TokenState
  /** The `userId` of the token's customer. Absent if the token belongs to no customer. */
  readonly customerId?: string
  /**
   * The `request.requestId` of the envelope that contained the token, which names the turn or event. Absent if there is
   * none.
   */
  readonly envelopeRequestId?: string
  /** Milliseconds until the response was complete or the client had disconnected. Absent until then. */
  readonly closedAfterMs?: number
}

export interface RequestLog {
  /**
   * Records a request. Call `responded` right before the response is sent, so that its receiver finds it in the log.
   */
  begin(request: Omit<ApiRequest, 'status' | 'problem' | 'durationMs' | 'startedAt' | 'closedAfterMs'>): {
    responded(status: number, problem?: string): void
    /** Called when the response was sent or the connection was closed. */
    closed(): void
  }
  /** Returns a copy, oldest first. */
  entries(): ApiRequest[]
  /** Returns the requests with the token of one envelope. */
  of(envelopeRequestId: string): ApiRequest[]
  clear(): void
}

const maximumRequests = 10_000

/**
 * Creates a log that keeps the latest requests. `changed` is called with each at its beginning, and each time more is
 * known about it.
 */
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
