import { useEffect, useState } from 'preact/hooks'

export interface ValueFieldProps {
  readonly label: string
  readonly value: string | undefined
  /** Called with null if the field is empty. Then nothing is on file. */
  readonly onSave: (value: string | null) => void
}

/** A text field that saves its value on blur and Enter, and shows changes from elsewhere. */
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
