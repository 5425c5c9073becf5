import { useEffect, useState } from 'preact/hooks'

export interface ValueFieldProps {
  readonly label: string
  readonly value: string | undefined
  /** Null when the field was emptied: nothing is on file then. */
  readonly onSave: (value: string | null) => void
}

/** A text that is saved when one leaves it or presses Enter, and follows what happens elsewhere. */
export function ValueField({ label, value, onSave }: ValueFieldProps) {
  const [text, setText] = useState(value ?? '')
  useEffect(() => setText(value ?? ''), [value])

  function save(): void {
    if (text !== (value ?? '')) onSave(text === '' ? null : text)
  }

  return (
    <label class="field">
      <span>{label}</span>
      <input
        value={text}
        placeholder="nothing on file"
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={save}
        onKeyDown={({ key }) => key === 'Enter' && save()}
      />
    </label>
  )
}
