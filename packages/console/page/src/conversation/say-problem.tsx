import type { CommandError } from '../server.js'
import type { Suggestion } from './suggestions.js'

export interface SayProblemProps {
  readonly id: string
  readonly problem: CommandError
  readonly onChoose: (suggestion: Suggestion) => void
  readonly onIntent: () => void
}

/** Explains why words were not sent, and what to say or do instead. */
export function SayProblem({ id, problem: { message, nearest }, onChoose, onIntent }: SayProblemProps) {
  if (nearest === undefined) {
    return (
      <p class="say-problem" id={id} role="alert">
        {message}
      </p>
    )
  }
  return (
    <div class="say-problem" role="alert">
      <p id={id}>
        Alexa does not understand this. {nearest.length > 0 ? 'The nearest samples:' : 'No sample is similar.'}
      </p>
      {nearest.length > 0 && (
        <ul>
          {nearest.map((suggestion) => (
            <li key={suggestion.intent + suggestion.sample}>
              <button type="button" class="small" onClick={() => onChoose(suggestion)}>
                {suggestion.sample}
              </button>{' '}
              <code>{suggestion.intent}</code>
            </li>
          ))}
        </ul>
      )}
      <p>
        Say one of them, add a sample to the interaction model, or{' '}
        <button type="button" class="small" onClick={onIntent}>
          Send an intent
        </button>
      </p>
    </div>
  )
}
