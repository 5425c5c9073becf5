import { useState } from 'preact/hooks'
import type { SituationView } from '../../../src/protocol/console-state.js'
import { Switch } from '../controls/switch.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { situationGroups } from './situation-groups.js'

/** Switches for the emulator's situations. */
export function Situations({ active }: { active: readonly SituationView[] }) {
  const [requests, setRequests] = useState('')
  const count = Number(requests)
  const lasts = Number.isInteger(count) && count > 0 ? { requests: count } : {}

  function change(name: string, on: boolean): void {
    const options = on && !name.startsWith('events-') ? lasts : {}
    attempt(() => send('set-situation', { name, on, ...options }))
  }

  return (
    <details class="situations part">
      <summary>
        <h3>Situations</h3>
        {active.length === 0 && <span class="quiet">None active</span>}
        {active.map(({ name, requests: left }, index) => (
          <span key={index} class="badge warn">
            {name}
            {left !== undefined && ` ×${left}`}
          </span>
        ))}
      </summary>
      <div class="composer-row">
        <label class="inline">
          <span>Lasts for</span>
          <input
            class="short"
            inputMode="numeric"
            value={requests}
            placeholder="all"
            onInput={({ currentTarget }) => setRequests(currentTarget.value)}
          />
          <span>requests</span>
        </label>
        <button
          type="button"
          class="small"
          disabled={active.length === 0}
          onClick={() => attempt(() => send('clear-situations', {}))}
        >
          Clear all
        </button>
        <button type="button" class="small" onClick={() => attempt(() => send('expire-tokens', {}))}>
          Expire all tokens
        </button>
      </div>
      {situationGroups.map(({ title, situations }) => (
        <div key={title} class="situation-group">
          <h4>{title}</h4>
          <ul>
            {situations.map(([name, meaning]) => (
              <li key={name}>
                <Switch on={active.some((one) => one.name === name)} onChange={(on) => change(name, on)}>
                  <span class="situation-name">{name}</span> <span class="quiet">{meaning}</span>
                </Switch>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}
