import { useId, useRef, useState } from 'preact/hooks'
import type { ModelView } from '../../../src/protocol/console-state.js'
import { CommandError, send } from '../server.js'
import { SayProblem } from './say-problem.js'
import { firstSlot, type Suggestion, slotsIn, suggestionsFor } from './suggestions.js'

export interface SayBoxProps {
  readonly model: ModelView
  readonly disabled: boolean
  readonly busy: boolean
  /** Called when the developer chooses to send an intent. */
  readonly onIntent: () => void
}

/**
 * A box for what the customer says, with samples to choose from.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (read 2026-11-28)
 */
export function SayBox({ model, disabled, busy, onIntent }: SayBoxProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [problem, setProblem] = useState<CommandError>()
  const suggestions = isOpen ? suggestionsFor(model, words) : []
  const isExpanded = suggestions.length > 0

  function change(next: string, opens: boolean): void {
    setWords(next)
    setOpen(opens)
    setActive(-1)
  }

  /** Selects the first slot, so that the developer can replace it. */
  function selectSlot(text: string): void {
    const slot = firstSlot(text)
    requestAnimationFrame(() => {
      input.current?.focus()
      if (slot) input.current?.setSelectionRange(slot.start, slot.end)
    })
  }

  function choose({ sample }: Suggestion): void {
    change(sample, false)
    setProblem(undefined)
    selectSlot(sample)
  }

  function move(event: KeyboardEvent): void {
    // Enter ends the composition of a character.
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = suggestions[active]
    if (step !== undefined) {
      event.preventDefault()
      const count = isExpanded ? suggestions.length : suggestionsFor(model, words).length
      // There is one more place than samples: the box itself.
      setActive(isExpanded ? ((active + 1 + step + count + 1) % (count + 1)) - 1 : step > 0 ? 0 : count - 1)
      setOpen(true)
    } else if (event.key === 'Escape' && isExpanded) {
      event.preventDefault()
      change(words, false)
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      choose(chosen)
    }
  }

  async function say(event: Event): Promise<void> {
    event.preventDefault()
    setOpen(false)
    const [slot] = slotsIn(words)
    if (slot !== undefined) {
      setProblem(new CommandError(`Type what the customer says for {${slot}}.`))
      return selectSlot(words)
    }
    change('', false)
    setProblem(undefined)
    try {
      await send('say', { words })
    } catch (error) {
      setWords((typed) => (typed === '' ? words : typed))
      setProblem(error instanceof CommandError ? error : new CommandError(String(error)))
    }
  }

  return (
    <form class="say" onSubmit={say}>
      <label for={`${id}-words`}>Say something to Alexa</label>
      <div class="say-row">
        <input
          id={`${id}-words`}
          ref={input}
          lang={model.locale}
          dir="auto"
          value={words}
          disabled={disabled}
          autocomplete="off"
          spellcheck={false}
          maxLength={8000}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isExpanded}
          aria-controls={`${id}-samples`}
          aria-activedescendant={active >= 0 && isExpanded ? `${id}-sample-${active}` : undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onInput={({ currentTarget }) => {
            setProblem(undefined)
            change(currentTarget.value, currentTarget.value !== '')
          }}
          onKeyDown={move}
          onBlur={() => setOpen(false)}
        />
        <button type="submit" class="primary" disabled={disabled || busy || words.trim() === ''}>
          Say
        </button>
        {isExpanded && (
          <div class="samples" id={`${id}-samples`} role="listbox" aria-label="Samples of the interaction model">
            {suggestions.map((suggestion, index) => (
              <button
                type="button"
                key={suggestion.intent + suggestion.sample}
                id={`${id}-sample-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                // The box keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(suggestion)}
              >
                <span lang={model.locale}>{suggestion.sample}</span> <code>{suggestion.intent}</code>
              </button>
            ))}
          </div>
        )}
      </div>
      {problem && <SayProblem id={`${id}-problem`} problem={problem} onChoose={choose} onIntent={onIntent} />}
    </form>
  )
}
