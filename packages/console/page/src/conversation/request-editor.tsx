import { useEffect, useId, useState } from 'preact/hooks'
import type { ConsoleCommands } from '../../../src/protocol/console-command.js'
import type { TurnJson } from '../../../src/protocol/console-event.js'
import { attempt } from '../problem.js'
import { fetchJson, send } from '../server.js'

type EditedRequest = NonNullable<ConsoleCommands['replay']['edited']>

export interface RequestEditorProps {
  readonly turnId: number
  readonly onClose: () => void
}

/** An editor for a request that is sent again, in its session as it was then. */
export function RequestEditor({ turnId, onClose }: RequestEditorProps) {
  const id = useId()
  const [text, setText] = useState<string>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    attempt(async () => setText(editable(await fetchJson(turnId))))
  }, [turnId])
  if (text === undefined) return <p class="quiet">Loading…</p>

  async function replay(event: Event): Promise<void> {
    event.preventDefault()
    setProblem(undefined)
    try {
      await send('replay', { turnId, edited: JSON.parse(text ?? '') as EditedRequest })
      onClose()
    } catch (error) {
      const { message } = error as Error
      setProblem(error instanceof SyntaxError ? `Invalid JSON: ${message}` : message)
    }
  }

  return (
    <form class="request-editor" onSubmit={replay}>
      <label for={id}>Request of turn {turnId}, and the attributes of its session</label>
      <textarea
        id={id}
        ref={focus}
        spellcheck={false}
        rows={Math.min(18, text.split('\n').length)}
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      {problem !== undefined && (
        <p class="say-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div class="composer-row">
        <button type="submit" class="primary">
          Replay this
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  )
}

function focus(element: HTMLTextAreaElement | null): void {
  element?.focus()
}

/** Leaves out the id and the time, because the request gets new ones. */
function editable({ request: envelope }: TurnJson): string {
  const { request, session } = envelope as { request: Record<string, unknown>; session?: { attributes?: unknown } }
  const { requestId: _id, timestamp: _time, ...kept } = request
  return JSON.stringify({ request: kept, ...(session && { attributes: session.attributes ?? {} }) }, null, 2)
}
