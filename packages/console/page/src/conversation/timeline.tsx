import type { TurnView } from '../../../src/protocol/console-event.js'
import { useElapsedMs } from './elapsed.js'
import { type Attempt, milliseconds, type TimelineRow, timelineOf } from './timeline-rows.js'

/** The turn over time: parallel requests, retries, and how much of Alexa's time limit the turn took. */
export function Timeline({ turn, skillTimeoutMs }: { turn: TurnView; skillTimeoutMs: number }) {
  const { response, apiRequests, startedAt } = turn
  const elapsedMs = useElapsedMs(response ? undefined : startedAt)
  const { rows, totalMs, parallel, retries } = timelineOf(turn)
  const facts = [
    apiRequests.length > 0 && `${apiRequests.length} ${apiRequests.length === 1 ? 'request' : 'requests'}`,
    parallel > 1 && `${parallel} in parallel`,
    retries > 0 && `${retries} ${retries === 1 ? 'retry' : 'retries'}`,
  ].filter(Boolean)
  const duration = response?.durationMs ?? Math.min(elapsedMs, skillTimeoutMs)
  return (
    <figure class="timeline">
      <figcaption>
        <span>
          {response ? milliseconds(duration) : `${(duration / 1000).toFixed(1)} s so far`} of the{' '}
          {skillTimeoutMs / 1000} s that Alexa waits
        </span>
        {facts.length > 0 && <span class="quiet">{facts.join(' · ')}</span>}
      </figcaption>
      <div class="budget" aria-hidden="true">
        <div
          class={duration > skillTimeoutMs / 2 ? 'spent much' : 'spent'}
          style={{ width: share(duration, skillTimeoutMs) }}
        />
      </div>
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <Row key={row.name} row={row} totalMs={totalMs} />
          ))}
          <li class="axis" aria-hidden="true">
            <span>0</span>
            <span>{milliseconds(totalMs / 2)}</span>
            <span>{milliseconds(totalMs)}</span>
          </li>
        </ul>
      )}
    </figure>
  )
}

function Row({ row: { name, attempts }, totalMs }: { row: TimelineRow; totalMs: number }) {
  return (
    <li>
      <span class="row-name">{name}</span>
      <span class="row-track" aria-hidden="true">
        {attempts.map((attempt, index) => (
          <Bar key={index} attempt={attempt} before={attempts[index - 1]} totalMs={totalMs} />
        ))}
      </span>
      <span class="row-result">
        <span class="hidden">{attempts.map(({ text }) => text).join(', then ')}</span>
        <span aria-hidden="true">{resultsOf(attempts)}</span>
      </span>
    </li>
  )
}

/** Returns `429 → 200`, or `429 ×3` if all results are the same. */
function resultsOf(attempts: readonly Attempt[]): string {
  const results = attempts.map(({ result }) => result)
  const [first] = results
  if (results.length > 1 && results.every((result) => result === first)) return `${first} ×${results.length}`
  return results.join(' → ')
}

function Bar({ attempt, before, totalMs }: { attempt: Attempt; before: Attempt | undefined; totalMs: number }) {
  const { startMs, endMs, outcome, text } = attempt
  const gapMs = before ? startMs - before.endMs : 0
  return (
    <>
      {before && gapMs > 0 && (
        <span class="pause" style={{ left: share(before.endMs, totalMs), width: share(gapMs, totalMs) }} />
      )}
      <span
        class={`bar ${outcome}`}
        title={text}
        style={{ left: share(startMs, totalMs), width: share(endMs - startMs, totalMs) }}
      />
    </>
  )
}

function share(part: number, whole: number): string {
  return `${Math.min(100, (100 * part) / whole)}%`
}
