import { useState } from 'preact/hooks'
import type { ModelView } from '../../../src/console/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { FreeSlots } from './free-slots.js'
import { ModelSlots } from './model-slots.js'

/** An intent with its slots: those of the interaction model where there is one, else any. */
export function IntentForm({ model, disabled }: { model: ModelView | undefined; disabled: boolean }) {
  const [chosen, setChosen] = useState('')
  const [slots, setSlots] = useState<Readonly<Record<string, string>>>({})
  const intents = model?.intents ?? []
  const intent = intents.length > 0 ? (intents.find(({ name }) => name === chosen) ?? intents[0]) : undefined
  const name = intent?.name ?? chosen

  function say(event: Event): void {
    event.preventDefault()
    const known = intent?.slots.map((slot) => slot.name)
    const given = Object.entries(slots).filter(([slot, value]) => value !== '' && (known?.includes(slot) ?? true))
    attempt(() => send('say', { intent: name.trim(), slots: Object.fromEntries(given) }))
  }

  return (
    <form class="intent" onSubmit={say}>
      <div class="field">
        <label for="intent">Say an intent</label>
        {intent ? (
          <select id="intent" value={name} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {intents.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name}
              </option>
            ))}
          </select>
        ) : (
          <input
            id="intent"
            value={chosen}
            placeholder="BookTableIntent"
            list="intents"
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
      </div>
      <datalist id="intents">
        {['HelpIntent', 'StopIntent', 'CancelIntent', 'YesIntent', 'NoIntent', 'FallbackIntent'].map((builtIn) => (
          <option key={builtIn} value={`AMAZON.${builtIn}`} />
        ))}
      </datalist>
      {intent ? <ModelSlots intent={intent} slots={slots} onChange={setSlots} /> : <FreeSlots onChange={setSlots} />}
      <button type="submit" class="primary" disabled={disabled || name.trim() === ''}>
        Say it
      </button>
    </form>
  )
}
