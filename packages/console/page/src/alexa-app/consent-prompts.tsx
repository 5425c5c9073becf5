import type { ConsentPromptView } from '../../../src/protocol/console-state.js'
import { permissionNames } from '../permission-name.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'

const outcomes = {
  accept: ['Yes', 'good'],
  deny: ['No', 'bad'],
  silence: ['No answer', ''],
  redirect: ['Sent to the app', ''],
  failure: ['Failed', 'bad'],
  dropped: ['Dropped', ''],
} as const

/** Voice consents, with the consent answers. */
export function ConsentPrompts({ prompts }: { prompts: readonly ConsentPromptView[] }) {
  if (prompts.length === 0) return null
  return (
    <section class="part">
      <h3>Asked by voice</h3>
      <ul class="prompts">
        {prompts.toReversed().map((prompt) => (
          <li key={prompt.turnId}>
            <span>
              {permissionNames(prompt.permissions.map(({ permissionScope }) => permissionScope))}
              <span class="quiet"> in turn {prompt.turnId}</span>
            </span>
            <Outcome prompt={prompt} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Outcome({ prompt: { answer } }: { prompt: ConsentPromptView }) {
  if (answer !== 'pending') return <span class={`badge ${outcomes[answer][1]}`}>{outcomes[answer][0]}</span>
  return (
    <span class="composer-row">
      <button type="button" class="small" onClick={() => attempt(() => send('answer-consent', { answer: 'accept' }))}>
        Accept
      </button>
      <button type="button" class="small" onClick={() => attempt(() => send('answer-consent', { answer: 'deny' }))}>
        Decline
      </button>
    </span>
  )
}
