import { useEffect, useRef } from 'preact/hooks'
import type { ConsoleState } from '../../../src/protocol/console-state.js'
import { useKeptFocus } from '../controls/kept-focus.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { ConsentQuestion } from './consent-question.js'
import { type IntentDraft, IntentForm } from './intent-form.js'
import { SayBox } from './say-box.js'

export interface ComposerProps {
  readonly state: ConsoleState
  /** The intent that the developer wants to correct. */
  readonly draft: IntentDraft | undefined
}

/** The controls for what the customer can say now. */
export function Composer({ state, draft }: ComposerProps) {
  const { customer, skill, model } = state
  const { busy, sessionOpen, skillEnabled } = customer
  const question = sessionOpen ? customer.prompts.findLast(({ answer }) => answer === 'pending') : undefined
  const cannot = skill.status === 'none' || !skillEnabled
  const focus = useKeptFocus(`${question?.turnId} ${busy}`)
  const details = useRef<HTMLDetailsElement>(null)
  const understandsWords = model !== undefined && model.intents.length > 0
  const size = understandsWords ? 'small' : ''

  function openIntentForm(): void {
    if (details.current) details.current.open = true
    const intent = document.getElementById('intent')
    intent?.focus()
    intent?.scrollIntoView({ block: 'nearest' })
  }

  useEffect(() => {
    if (draft) openIntentForm()
  }, [draft])

  const form = (
    <IntentForm model={model} locale={state.locale} locales={state.locales} draft={draft} disabled={cannot || busy} />
  )
  return (
    <div class="composer" id="composer" tabIndex={-1} ref={focus}>
      {!skillEnabled && <p class="quiet">The skill is disabled in the Alexa app. Enable it there to talk to it.</p>}
      {question && <ConsentQuestion prompt={question} busy={busy} />}
      {understandsWords && <SayBox model={model} disabled={cannot} busy={busy} onIntent={openIntentForm} />}
      <div class="composer-row">
        <button
          type="button"
          class={sessionOpen || understandsWords ? size : 'primary'}
          disabled={cannot || busy}
          onClick={() => attempt(() => send('open', {}))}
        >
          Alexa, open {model?.invocationName ?? 'the skill'}
        </button>
        <button
          type="button"
          class={size}
          disabled={!sessionOpen || busy}
          onClick={() => attempt(() => send('end', {}))}
        >
          Alexa, exit
        </button>
        {!question && (
          <button
            type="button"
            class={size}
            disabled={!sessionOpen || busy}
            onClick={() => attempt(() => send('silence', {}))}
          >
            Say nothing
          </button>
        )}
      </div>
      <div class="composer-form">
        {understandsWords || question ? (
          <details ref={details}>
            <summary>Send an intent</summary>
            {form}
          </details>
        ) : (
          form
        )}
      </div>
    </div>
  )
}
