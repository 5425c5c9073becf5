import type { IntentView } from '../../../src/protocol/console-state.js'

const examples: Readonly<Record<string, string>> = {
  'AMAZON.DATE': '2027-01-30',
  'AMAZON.TIME': '19:30',
  'AMAZON.NUMBER': '4',
  'AMAZON.DURATION': 'PT10M',
  'AMAZON.FOUR_DIGIT_NUMBER': '2027',
}

export interface ModelSlotsProps {
  readonly intent: IntentView
  readonly slots: Readonly<Record<string, string>>
  readonly onChange: (slots: Readonly<Record<string, string>>) => void
}

export function ModelSlots({ intent, slots, onChange }: ModelSlotsProps) {
  return (
    <>
      {intent.slots.map(({ name, type, multipleValues }) => (
        <label key={name} class="field" title={type}>
          <span>{multipleValues ? `${name}, with commas` : name}</span>
          <input
            value={slots[name] ?? ''}
            placeholder={examples[type] ?? ''}
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => onChange({ ...slots, [name]: currentTarget.value })}
          />
        </label>
      ))}
    </>
  )
}
