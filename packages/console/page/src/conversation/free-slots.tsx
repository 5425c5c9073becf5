import { useState } from 'preact/hooks'

interface Slot {
  readonly name: string
  readonly value: string
}

/** Slots with any name. */
export function FreeSlots({ onChange }: { onChange: (slots: Readonly<Record<string, string>>) => void }) {
  const [slots, setSlots] = useState<readonly Slot[]>([])

  function change(next: readonly Slot[]): void {
    setSlots(next)
    onChange(Object.fromEntries(next.filter(({ name }) => name !== '').map(({ name, value }) => [name, value])))
  }

  return (
    <>
      {slots.map((slot, index) => (
        <div key={index} class="free-slot">
          <label class="field">
            <span>Slot {index + 1}</span>
            <input
              value={slot.name}
              placeholder="name"
              onInput={({ currentTarget }) => change(slots.with(index, { ...slot, name: currentTarget.value }))}
            />
          </label>
          <label class="field">
            <span>Value</span>
            <input
              value={slot.value}
              onInput={({ currentTarget }) => change(slots.with(index, { ...slot, value: currentTarget.value }))}
            />
          </label>
        </div>
      ))}
      <button type="button" class="small" onClick={() => change([...slots, { name: '', value: '' }])}>
        Add a slot
      </button>
    </>
  )
}
