import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ConsoleState, CustomerView } from '../../../src/protocol/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import type { ConsoleData } from '../stream/console-data.js'
import { showEarlier, showLatest } from '../stream/console-store.js'
import { Composer } from './composer.js'
import { ExportButton } from './export-button.js'
import type { IntentDraft } from './intent-form.js'
import { Turn } from './turn.js'

/** How close to the end, in pixels, the page still scrolls along. */
const nearEnd = 120

type ConversationProps = Pick<ConsoleData, 'turns' | 'connection'> & { readonly state: ConsoleState }

export function Conversation({ turns: { turns, more, later }, connection, state }: ConversationProps) {
  const list = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const [draft, setDraft] = useState<IntentDraft>()

  function follow(): void {
    if (follows.current && list.current) list.current.scrollTop = list.current.scrollHeight
  }

  useLayoutEffect(follow, [turns])

  // The content of the list, and the controls below it, grow and shrink.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(follow)
    for (const element of [list.current, list.current?.querySelector('ol')]) {
      if (element) observer.observe(element)
    }
    return () => observer.disconnect()
  }, [])

  function noteScroll(): void {
    const { current } = list
    if (current) follows.current = current.scrollHeight - current.scrollTop - current.clientHeight < nearEnd
  }

  async function earlier(): Promise<void> {
    follows.current = false
    const before = list.current?.scrollHeight ?? 0
    if (!(await attempt(showEarlier))) return
    requestAnimationFrame(() => {
      if (list.current) list.current.scrollTop += list.current.scrollHeight - before
    })
  }

  function latest(): void {
    follows.current = true
    showLatest()
  }

  return (
    <section class="column talk" aria-labelledby="talk-title">
      <div class="column-head">
        <h2 id="talk-title">Conversation</h2>
        <Session customer={state.customer} isKnown={connection !== 'lost'} />
        {turns.length > 0 && (
          <>
            <ExportButton testFile={state.testFile} />
            <button
              type="button"
              class="small"
              disabled={state.customer.busy}
              onClick={() => attempt(() => send('start-over', {}))}
            >
              Start over
            </button>
          </>
        )}
      </div>
      <div class="turns" ref={list} onScroll={noteScroll}>
        {more && (
          <button type="button" class="small earlier" onClick={earlier}>
            Show earlier turns
          </button>
        )}
        {turns.length === 0 && <Empty state={state} />}
        <ol>
          {turns.map((turn) => (
            <Turn
              key={turn.id}
              turn={turn}
              model={state.model}
              skillTimeoutMs={state.skillTimeoutMs}
              onCorrect={setDraft}
            />
          ))}
        </ol>
        {later > 0 && (
          <button type="button" class="later" onClick={latest}>
            {later === 1 ? '1 later turn' : `${later} later turns`}: show the latest
          </button>
        )}
      </div>
      <Composer state={state} draft={draft} />
    </section>
  )
}

/** A page without a connection does not know the current session. */
function Session({ customer, isKnown }: { customer: CustomerView; isKnown: boolean }) {
  const { busy, sessionOpen } = customer
  if (!isKnown) return <span class="session">Session unknown</span>
  return (
    <span class="session">
      <span class={`dot ${sessionOpen ? 'good' : ''}`} />
      {busy ? 'Waiting…' : sessionOpen ? 'Session open' : 'No session'}
    </span>
  )
}

function Empty({ state: { skill, canUndoStartOver } }: { state: ConsoleState }) {
  const hasSkill = skill.status !== 'none'
  return (
    <div class="empty">
      <p class="empty-title">{hasSkill ? 'You have not said anything yet' : 'There is no skill to talk to yet'}</p>
      <p>
        {hasSkill
          ? 'Say something, or open the skill. Its requests, reads and responses appear here.'
          : 'It appears here once it is loaded. Meanwhile, you can prepare the customer’s data in the Alexa app.'}
      </p>
      {canUndoStartOver && (
        <button type="button" onClick={() => attempt(() => send('undo-start-over', {}))}>
          Undo: restore the conversation
        </button>
      )}
    </div>
  )
}
