import type { ProfileField, ProfileLevel } from '@alexa-profile/core'
import type { SituationName } from './situation.js'
import type { TokenState } from './token-store.js'

/** One request to the profile API, without its token and without any value. */
export interface ApiRequest {
  /** As received: `GET`. */
  readonly method: string
  /** As received, without a query. */
  readonly path: string
  /** Absent for a path that the API does not have. */
  readonly field?: ProfileField
  /** Absent for a path that the API does not have. */
  readonly level?: ProfileLevel
  /** Absent as long as no answer was given, and for good in the situations `silent` and `resetting`. */
  readonly status?: number
  /** The situation that decided the answer; absent when there was none. */
  readonly situation?: SituationName
  /** What `X-Amzn-RequestId` says in the answer. A CDN's page has no such header. */
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Milliseconds from the request's headers to the start of the answer; absent like `status`. */
  readonly durationMs?: number
  /** `missing` also means a header that is not of the form `Bearer …`. */
  readonly token: TokenState
  /** `userId` of the customer whom the token belongs to; absent when nobody's. */
  readonly customerId?: string
  /** `request.requestId` of the envelope that brought the token: which turn, or event, this is for; absent when none. */
  readonly envelopeRequestId?: string
  /** Milliseconds until the answer was complete, or whoever asked had hung up; absent until then. */
  readonly closedAfterMs?: number
}

export interface RequestLog {
  /** Notes a request; call `answered` right before the answer goes out, so that whoever gets it finds it in the log. */
  begin(request: Omit<ApiRequest, 'status' | 'durationMs' | 'startedAt' | 'closedAfterMs'>): {
    answered(status: number): void
    /** The answer is out, or the connection is gone. */
    closed(): void
  }
  entries(): readonly ApiRequest[]
  clear(): void
}

const maximum = 10_000

/** The latest 10,000 requests, oldest first. `changed` is told of each at its beginning and with each thing it learns. */
export function createRequestLog(changed: (request: ApiRequest) => void): RequestLog {
  let entries: ApiRequest[] = []
  return {
    begin(request) {
      const startedAt = Date.now()
      const clock = performance.now()
      const entry: ApiRequest & { status?: number; durationMs?: number; closedAfterMs?: number } = {
        ...request,
        startedAt,
      }
      entries.push(entry)
      if (entries.length > maximum) entries.shift()
      changed(entry)
      return {
        answered(status) {
          entry.status = status
          entry.durationMs = performance.now() - clock
          changed(entry)
        },
        closed() {
          entry.closedAfterMs = performance.now() - clock
          changed(entry)
        },
      }
    },
    entries: () => [...entries],
    clear() {
      entries = []
    },
  }
}
