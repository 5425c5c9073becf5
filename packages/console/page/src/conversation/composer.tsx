import type { ConsoleState } from '../../../src/protocol/console-state.js'
import { useKeptFocus } from '../controls/kept-focus.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { ConsentQuestion } from './consent-question.js'
import { IntentForm } from './intent-form.js'

/** What the customer can say now. */
export function Composer({ state }: { state: ConsoleState }) {
  const { customer, skill, model } = state
  const { busy, sessionOpen, skillEnabled } = customer
  const question = sessionOpen ? customer.prompts.findLast(({ answer }) => answer === 'pending') : undefined
  const cannot = skill.status === 'none' || !skillEnabled
  const focus = useKeptFocus(`${question?.turnId} ${busy}`)
  const usual = (
    <>
      <div class="composer-row">
        <button
          type="button"
          class={sessionOpen ? '' : 'primary'}
          disabled={cannot || busy}
          onClick={() => attempt(() => send('open', {}))}
        >
          Alexa, open {model?.invocationName ?? 'the skill'}
        </button>
        <button type="button" disabled={!sessionOpen || busy} onClick={() => attempt(() => send('end', {}))}>
          Alexa, exit
        </button>
        <button type="button" disabled={!sessionOpen || busy} onClick={() => attempt(() => send('silence', {}))}>
          Say nothing
        </button>
      </div>
      <IntentForm model={model} locale={state.locale} locales={state.locales} disabled={cannot || busy} />
    </>
  )
  return (
    <div class="composer" id="composer" tabIndex={-1} ref={focus}>
      {!skillEnabled && <p class="quiet">The skill is disabled in the Alexa app. Enable it there to talk to it.</p>}
      {question && <ConsentQuestion prompt={question} busy={busy} />}
      {question ? (
        <details>
          <summary>Say something else</summary>
          {usual}
        </details>
      ) : (
        usual
      )}
    </div>
  )
}
