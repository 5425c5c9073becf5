import type { SlotValues } from '@alexa-profile/emulator'
import { useEffect, useState } from 'preact/hooks'
import type { IntentView, ModelView } from '../../../src/protocol/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { FreeSlots } from './free-slots.js'
import { ModelSlots } from './model-slots.js'

/** An intent with its slots, with which the form starts. */
export interface IntentDraft {
  readonly intent: string
  readonly slots: SlotValues
}

export interface IntentFormProps {
  readonly model: ModelView | undefined
  readonly locale: string
  /** The locales that the skill supports. Empty if they are not known. */
  readonly locales: readonly string[]
  readonly draft: IntentDraft | undefined
  readonly disabled: boolean
}

/** A form for an intent with its slots: those of the interaction model, or any without a model. */
export function IntentForm({ model, locale, locales, draft, disabled }: IntentFormProps) {
  const [chosen, setChosen] = useState('')
  const [slots, setSlots] = useState<Readonly<Record<string, string>>>({})
  useEffect(() => {
    if (draft === undefined) return
    setChosen(draft.intent)
    setSlots(Object.fromEntries(Object.entries(draft.slots).map(([slot, value]) => [slot, [value].flat().join(', ')])))
  }, [draft])
  const intents = model?.intents ?? []
  const intent = intents.length > 0 ? (intents.find(({ name }) => name === chosen) ?? intents[0]) : undefined
  const name = intent?.name ?? chosen

  function sendIntent(event: Event): void {
    event.preventDefault()
    attempt(() => send('intent', { intent: name.trim(), slots: valuesOf(slots, intent) }))
  }

  return (
    <form class="intent" onSubmit={sendIntent}>
      <ModelNote model={model} locale={locale} locales={locales} />
      <div class="field">
        <label for="intent">Intent</label>
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
        Send the intent
      </button>
    </form>
  )
}

/** Returns the slots that are filled. Commas separate the values of a slot with multiple values. */
function valuesOf(slots: Readonly<Record<string, string>>, intent: IntentView | undefined) {
  const given = Object.entries(slots).filter(([, value]) => value !== '')
  if (intent === undefined) return Object.fromEntries(given)
  return Object.fromEntries(
    given.flatMap(([name, value]) => {
      const slot = intent.slots.find((one) => one.name === name)
      if (slot === undefined) return []
      const several = slot.multipleValues ? value.split(/[,،、]/).map((one) => one.trim()) : []
      return [[name, several.length > 1 ? several.filter(Boolean) : value]]
    }),
  )
}

/** Explains why there are no intents to choose from. */
function ModelNote({ model, locale, locales }: Pick<IntentFormProps, 'model' | 'locale' | 'locales'>) {
  const file = <code>{`skill-package/interactionModels/custom/${locale}.json`}</code>
  if (locales.length > 0 && !locales.includes(locale)) {
    return (
      <p class="quiet model-note">
        The skill does not support {locale}, so Alexa does not find it. It supports {locales.join(', ')}.
      </p>
    )
  }
  if (model === undefined) {
    return (
      <p class="quiet model-note">
        The skill has no interaction model for {locale}: type the name of an intent and its slots. The console reads{' '}
        {file}.
      </p>
    )
  }
  if (model.intents.length === 0) {
    return <p class="quiet model-note">The interaction model of {model.locale} has no intents: type a name.</p>
  }
  return null
}
