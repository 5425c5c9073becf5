import { memo } from 'preact/compat'
import { useState } from 'preact/hooks'
import type { TurnView } from '../../../src/protocol/console-event.js'
import type { ModelView } from '../../../src/protocol/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { saidIn } from './said.js'
import { SkillResponse } from './skill-response.js'
import { Timeline } from './timeline.js'
import { TurnJson } from './turn-json.js'

export interface TurnProps {
  readonly turn: TurnView
  readonly model: ModelView | undefined
  readonly skillTimeoutMs: number
}

function TurnItem({ turn, model, skillTimeoutMs }: TurnProps) {
  const [showsJson, setShowsJson] = useState(false)
  const { id, request, response, replayOf, startedAt } = turn
  const slots = Object.entries(request.slots ?? {})
  return (
    <li class="turn" id={`turn-${id}`}>
      <div class="turn-head">
        <span class="turn-id">{id}</span>
        <span class="kind">{request.intent ?? request.type}</span>
        {replayOf !== undefined && <span class="badge">replay of {replayOf}</span>}
        {request.recognized && <span class="badge">speaker recognized</span>}
        <time>{new Date(startedAt).toLocaleTimeString()}</time>
      </div>
      <p class="said">
        <span class="hidden">You: </span>
        {saidIn(request, model)}
      </p>
      {slots.length > 0 && (
        <dl class="slots">
          {slots.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {response ? <SkillResponse response={response} /> : <p class="waiting">Waiting for the skill…</p>}
      <Timeline turn={turn} skillTimeoutMs={skillTimeoutMs} />
      <div class="turn-tools">
        <button type="button" class="small" aria-expanded={showsJson} onClick={() => setShowsJson(!showsJson)}>
          JSON<span class="hidden"> of turn {id}</span>
        </button>
        <button
          type="button"
          class="small"
          disabled={!response}
          onClick={() => attempt(() => send('replay', { turnId: id }))}
        >
          Replay<span class="hidden"> turn {id}</span>
        </button>
      </div>
      {showsJson && <TurnJson turnId={id} ended={response !== undefined} />}
    </li>
  )
}

/** Drawn again only when the turn itself has changed: there may be many. */
export const Turn = memo(TurnItem)
