import type { ApiRequestView, TurnView } from '../../../src/protocol/console-event.js'

/** When the skill requested one field in a turn, in milliseconds since the turn began. */
export interface TimelineRow {
  readonly name: string
  readonly attempts: readonly Attempt[]
}

export interface Attempt {
  readonly startMs: number
  readonly endMs: number
  readonly outcome: 'good' | 'none' | 'refused' | 'bad' | 'open'
  /** The result in one word. */
  readonly result: string
  /** The result in a sentence. */
  readonly text: string
}

export interface TimelineData {
  readonly rows: readonly TimelineRow[]
  readonly totalMs: number
  /** The maximum number of requests at the same time. */
  readonly parallel: number
  readonly retries: number
}

export function timelineOf({ startedAt, response, apiRequests }: TurnView): TimelineData {
  const since = (request: ApiRequestView) => Math.max(0, request.startedAt - startedAt)
  const known = (request: ApiRequestView) => request.closedAfterMs ?? request.durationMs
  const ends = apiRequests.map((request) => since(request) + (known(request) ?? 0))
  const totalMs = Math.max(1, response?.durationMs ?? 0, ...ends)
  const rows = new Map<string, Attempt[]>()
  for (const request of apiRequests) {
    const name = request.field ? `${request.field}${request.level === 'speaker' ? ' (speaker)' : ''}` : request.path
    const startMs = since(request)
    // Requests that are open when the turn is over end with it.
    const endMs = startMs + (known(request) ?? Math.max(0, totalMs - startMs))
    const attempts = rows.get(name) ?? []
    rows.set(name, [...attempts, { startMs, endMs, ...outcomeOf(request) }])
  }
  return {
    rows: [...rows].map(([name, attempts]) => ({ name, attempts })),
    totalMs,
    parallel: mostAtOnce([...rows.values()].flat()),
    retries: apiRequests.filter(({ attempt }) => attempt > 1).length,
  }
}

function outcomeOf({
  status,
  closedAfterMs,
  durationMs,
}: ApiRequestView): Pick<Attempt, 'outcome' | 'result' | 'text'> {
  const time = closedAfterMs ?? durationMs
  const after = time === undefined ? '' : ` after ${milliseconds(time)}`
  if (status === undefined) {
    return closedAfterMs === undefined
      ? { outcome: 'open', result: '…', text: 'no response yet' }
      : { outcome: 'bad', result: 'given up', text: `no response, given up${after}` }
  }
  const outcome = status === 204 ? 'none' : status < 300 ? 'good' : status === 403 ? 'refused' : 'bad'
  return { outcome, result: String(status), text: `${status}${after}` }
}

function mostAtOnce(attempts: readonly Attempt[]): number {
  const atStartOf = ({ startMs }: Attempt) =>
    attempts.filter((other) => other.startMs <= startMs && other.endMs > startMs).length
  return Math.max(0, ...attempts.map(atStartOf))
}

export function milliseconds(value: number): string {
  if (value < 10) return `${value.toFixed(1)} ms`
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(2)} s`
}
