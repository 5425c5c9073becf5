import type { ConsentPromptView } from '../../../src/protocol/console-state.js'
import { permissionName } from '../permission-name.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'

const others = { silence: 'Say nothing', redirect: 'Go to the app', failure: 'Let it fail' } as const

/** Alexa's question for consent, and its possible outcomes. */
export function ConsentQuestion({ prompt, busy }: { prompt: ConsentPromptView; busy: boolean }) {
  const answer = (value: 'accept' | 'deny' | keyof typeof others) =>
    attempt(() => send('answer-consent', { answer: value }))
  return (
    <fieldset class="question" disabled={busy}>
      <legend>Alexa asks: may the skill use this?</legend>
      <ul class="scopes">
        {prompt.permissions.map(({ permissionScope, consentLevel }) => (
          <li key={permissionScope + consentLevel}>
            {permissionName(permissionScope)}
            {consentLevel === 'PERSON' && <span class="badge">of the speaker</span>}
          </li>
        ))}
      </ul>
      <div class="composer-row">
        <button type="button" class="primary" onClick={() => answer('accept')}>
          Yes
        </button>
        <button type="button" onClick={() => answer('deny')}>
          No
        </button>
        {(Object.keys(others) as (keyof typeof others)[]).map((value) => (
          <button key={value} type="button" class="small" onClick={() => answer(value)}>
            {others[value]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
