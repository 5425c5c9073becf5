import { memo } from 'preact/compat'
import type { ApiRequestView } from '../../../src/protocol/console-event.js'
import { CopyButton } from '../controls/copy-button.js'
import { milliseconds } from '../conversation/timeline-rows.js'

/** A list of requests to Alexa's APIs, newest first. */
export function Traffic({ requests }: { requests: readonly ApiRequestView[] }) {
  return (
    <section class="part">
      <h3>Requests to Alexa</h3>
      {requests.length === 0 && (
        <p class="quiet">None yet. The skill’s requests to Alexa appear here as they happen.</p>
      )}
      <ol class="traffic">
        {requests.toReversed().map((request) => (
          <Row key={request.id} request={request} />
        ))}
      </ol>
    </section>
  )
}

const Row = memo(function RequestRow({ request }: { request: ApiRequestView }) {
  const { method, path, field, level, problem, situation, attempt, token, requestId, turnId, startedAt } = request
  const time = request.durationMs ?? request.closedAfterMs
  return (
    <li>
      <details>
        <summary>
          <Status request={request} />
          <span class="what">
            {field ?? `${method} ${path}`}
            {level === 'speaker' && <span class="badge">speaker</span>}
            {attempt > 1 && <span class="badge">try {attempt}</span>}
            {situation && <span class="badge warn">{situation}</span>}
          </span>
          <span class="time">{time === undefined ? '' : milliseconds(time)}</span>
        </summary>
        <dl class="facts">
          <dt>Request</dt>
          <dd>
            <code>
              {method} {path}
            </code>
          </dd>
          {problem && (
            <>
              <dt>Problem</dt>
              <dd>{problem}</dd>
            </>
          )}
          <dt>Request id</dt>
          <dd>
            <code>{requestId}</code> <CopyButton text={requestId} />
          </dd>
          <dt>Token</dt>
          <dd>{token}</dd>
          <dt>Began</dt>
          <dd>{new Date(startedAt).toLocaleTimeString()}</dd>
          <dt>For</dt>
          <dd>{turnId === undefined ? 'no turn' : <a href={`#turn-${turnId}`}>turn {turnId}</a>}</dd>
        </dl>
      </details>
    </li>
  )
})

function Status({ request: { status, closedAfterMs } }: { request: ApiRequestView }) {
  if (status === undefined) {
    return (
      <span class={closedAfterMs === undefined ? 'status' : 'status bad'}>
        {closedAfterMs === undefined ? '…' : 'none'}
      </span>
    )
  }
  const kind = status < 300 ? 'good' : status === 403 ? 'warn' : 'bad'
  return <span class={`status ${kind}`}>{status}</span>
}
