import type { RequestView } from '../../../src/protocol/console-event.js'

/** The slots of an intent: what the customer said, the resolved value, and whether it was confirmed. */
export function TurnSlots({ slots = {}, resolved = {}, confirmed = {} }: RequestView) {
  const entries = Object.entries(slots)
  if (entries.length === 0) return null
  return (
    <dl class="slots">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {[value].flat().join(', ')}
            {resolved[name] !== undefined && <span class="label"> = {resolved[name]}</span>}
            {confirmed[name] !== undefined && <span class="label"> {confirmed[name]?.toLowerCase()}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
