import { useState } from 'preact/hooks'
import type { ModelView } from '../../../src/protocol/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { FreeSlots } from './free-slots.js'
import { ModelSlots } from './model-slots.js'

export interface IntentFormProps {
  readonly model: ModelView | undefined
  readonly locale: string
  readonly disabled: boolean
}

/** An intent with its slots: those of the interaction model, or any if there is none. */
export function IntentForm({ model, locale, disabled }: IntentFormProps) {
  const [chosen, setChosen] = useState('')
  const [slots, setSlots] = useState<Readonly<Record<string, string>>>({})
  const intents = model?.intents ?? []
  const intent = intents.length > 0 ? (intents.find(({ name }) => name === chosen) ?? intents[0]) : undefined
  const name = intent?.name ?? chosen

  function sendIntent(event: Event): void {
    event.preventDefault()
    const known = intent?.slots.map((slot) => slot.name)
    const given = Object.entries(slots).filter(([slot, value]) => value !== '' && (known?.includes(slot) ?? true))
    attempt(() => send('intent', { intent: name.trim(), slots: Object.fromEntries(given) }))
  }

  return (
    <form class="intent" onSubmit={sendIntent}>
      <ModelNote model={model} locale={locale} />
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

/** Says when the intents are not those of the language that is spoken. */
function ModelNote({ model, locale }: { model: ModelView | undefined; locale: string }) {
  const file = <code>{`skill-package/interactionModels/custom/${locale}.json`}</code>
  if (model === undefined) {
    return (
      <p class="quiet model-note">
        The skill has no interaction model: type the name of an intent and its slots. The console reads {file}.
      </p>
    )
  }
  if (model.intents.length === 0) {
    return <p class="quiet model-note">The interaction model of {model.locale} has no intents: type a name.</p>
  }
  if (model.locale === locale) return null
  return (
    <p class="quiet model-note">
      The skill has no interaction model for {locale}: these are the intents of {model.locale}.
    </p>
  )
}
