import { memo } from 'preact/compat'
import { useRef, useState } from 'preact/hooks'
import { type TurnView, withoutRequest } from '../../../src/protocol/console-event.js'
import type { ModelView } from '../../../src/protocol/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import type { IntentDraft } from './intent-form.js'
import { RequestEditor } from './request-editor.js'
import { saidIn } from './said.js'
import { SkillResponse } from './skill-response.js'
import { Timeline } from './timeline.js'
import { TurnJson } from './turn-json.js'
import { TurnSlots } from './turn-slots.js'
import { Understanding } from './understanding.js'

export interface TurnProps {
  readonly turn: TurnView
  readonly model: ModelView | undefined
  readonly skillTimeoutMs: number
  /** Called with the understood intent, so that the developer can correct it. */
  readonly onCorrect: (draft: IntentDraft) => void
}

const dialogStates = { STARTED: 'dialog started', IN_PROGRESS: 'in a dialog', COMPLETED: 'dialog completed' } as const

function TurnItem({ turn, model, skillTimeoutMs, onCorrect }: TurnProps) {
  const [showsJson, setShowsJson] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const { id, request, response, understood, isDelegated, replayOf, isEdited, startedAt } = turn
  const { dialogState, confirmation } = request
  const isSent = request.type !== withoutRequest

  function closeEditor(): void {
    setEditing(false)
    editButton.current?.focus()
  }

  return (
    <li class="turn" id={`turn-${id}`}>
      <div class="turn-head">
        <span class="turn-id">{id}</span>
        <span class="kind">{isSent ? (request.intent ?? request.type) : 'no request'}</span>
        {replayOf !== undefined && (
          <span class="badge">{isEdited ? `replay of ${replayOf}, edited` : `replay of ${replayOf}`}</span>
        )}
        {dialogState && <span class="badge">{dialogStates[dialogState]}</span>}
        {confirmation && <span class="badge">{confirmation.toLowerCase()}</span>}
        {request.recognized && <span class="badge">speaker recognized</span>}
        <time>{new Date(startedAt).toLocaleTimeString()}</time>
      </div>
      {isDelegated ? (
        <p class="by-itself">Alexa has nothing left to ask, and sends the intent by itself.</p>
      ) : (
        <p class="said" lang={request.locale} dir="auto">
          <span class="hidden">You: </span>
          {understood?.text ?? saidIn(request, model)}
        </p>
      )}
      {understood && !isDelegated && <Understanding understood={understood} turnId={id} onCorrect={onCorrect} />}
      <TurnSlots {...request} slots={request.slots ?? understood?.slots ?? {}} />
      {understood && !isSent && (
        <p class="by-itself">
          {understood.stage === 'repeat' ? 'Alexa asks again' : 'Alexa continues the dialog by itself'}, and sends
          nothing to the skill.
        </p>
      )}
      {response ? <SkillResponse response={response} /> : <p class="waiting">Waiting for the skill…</p>}
      {isSent && <Timeline turn={turn} skillTimeoutMs={skillTimeoutMs} />}
      <div class="turn-tools">
        <button type="button" class="small" aria-expanded={showsJson} onClick={() => setShowsJson(!showsJson)}>
          JSON<span class="hidden"> of turn {id}</span>
        </button>
        <button
          type="button"
          class="small"
          disabled={!response || !isSent}
          onClick={() => attempt(() => send('replay', { turnId: id }))}
        >
          Replay<span class="hidden"> turn {id}</span>
        </button>
        <button
          type="button"
          class="small"
          ref={editButton}
          disabled={!response || !isSent}
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        >
          Edit<span class="hidden"> turn {id} and send it again</span>
        </button>
      </div>
      {isEditing && <RequestEditor turnId={id} onClose={closeEditor} />}
      {showsJson && <TurnJson turnId={id} ended={response !== undefined} />}
    </li>
  )
}

/** One turn. It is rendered again only if it has changed, because there may be many turns. */
export const Turn = memo(TurnItem)
