import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { TurnJson as Json } from '../../../src/protocol/console-event.js'
import { SourceText } from '../controls/source-text.js'
import { attempt } from '../problem.js'
import { fetchJson } from '../server.js'

const text = (value: unknown) => JSON.stringify(value, null, 2)

/** The JSON that went over the wire, fetched when the developer opens it. */
export function TurnJson({ turnId, ended }: { turnId: number; ended: boolean }) {
  const [json, setJson] = useState<Json>()
  const element = useRef<HTMLDivElement>(null)
  // Fetch again when the turn has ended, which adds the response.
  useEffect(() => {
    attempt(async () => setJson(await fetchJson(turnId)))
  }, [turnId, ended])
  useLayoutEffect(() => {
    if (json) element.current?.scrollIntoView({ block: 'nearest' })
  }, [json])
  if (json === undefined) return <p class="quiet">Loading…</p>
  return (
    <div class="turn-json" ref={element}>
      <SourceText label="Request" text={text(json.request)} />
      {json.response === undefined ? (
        <p class="quiet">{ended ? 'The skill returned nothing, or a value that is not JSON.' : 'No response yet.'}</p>
      ) : (
        <SourceText label="Response" text={text(json.response)} />
      )}
    </div>
  )
}
