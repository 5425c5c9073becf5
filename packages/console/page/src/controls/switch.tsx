import type { ComponentChildren } from 'preact'

export interface SwitchProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ComponentChildren
  /** Shows the switch without its label, which screen readers still read. */
  readonly bare?: boolean
  readonly disabled?: boolean
}

export function Switch({ on, onChange, children, bare = false, disabled = false }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="track" />
      <span class={bare ? 'hidden' : ''}>{children}</span>
    </button>
  )
}
