import type { ConsoleState } from '../../../src/console/console-state.js'
import { useKeptFocus } from '../controls/kept-focus.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { ConsentQuestion } from './consent-question.js'
import { IntentForm } from './intent-form.js'

/** What the customer can say now. */
export function Composer({ state }: { state: ConsoleState }) {
  const { household, skill, model } = state
  const { busy, sessionOpen, skillEnabled } = household
  const question = sessionOpen ? household.prompts.findLast(({ answer }) => answer === 'pending') : undefined
  const cannot = skill.kind === 'none' || !skillEnabled
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
      </div>
      <IntentForm model={model} disabled={cannot || busy} />
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
