import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

export interface Tab {
  readonly name: string
  readonly count?: number
  readonly content: () => ComponentChildren
}

/** Tabs with arrow keys, as in https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ (read 2026-11-25). */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [current, setCurrent] = useState(0)

  function move(event: KeyboardEvent, index: number): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (index + step + tabs.length) % tabs.length
    setCurrent(next)
    document.getElementById(`tab-${next}`)?.focus()
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={label}>
        {tabs.map(({ name, count }, index) => (
          <button
            key={name}
            id={`tab-${index}`}
            type="button"
            role="tab"
            aria-selected={index === current}
            aria-controls="tab-panel"
            tabIndex={index === current ? 0 : -1}
            onClick={() => setCurrent(index)}
            onKeyDown={(event) => move(event, index)}
          >
            {name}
            {count !== undefined && count > 0 && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby={`tab-${current}`}>
        {tabs[current]?.content()}
      </div>
    </>
  )
}
