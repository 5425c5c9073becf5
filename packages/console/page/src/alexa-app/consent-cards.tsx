import type { ConsentCardView, CustomerView } from '../../../src/protocol/console-state.js'
import { useKeptFocus } from '../controls/kept-focus.js'
import { permissionName } from '../permission-name.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'

export function ConsentCards({ customer: { cards, speakers, speakerId } }: { customer: CustomerView }) {
  const speaking = speakers.find(({ id }) => id === speakerId)
  return (
    <section class="part">
      <h3>Cards</h3>
      {cards.length === 0 && <p class="quiet">Cards that ask for permission appear here.</p>}
      <ul class="consent-cards">
        {cards.toReversed().map((card) => (
          <ConsentCard key={card.id} card={card} speaking={speaking} />
        ))}
      </ul>
    </section>
  )
}

interface CardProps {
  readonly card: ConsentCardView
  /** The current speaker, if Alexa recognizes the voice. */
  readonly speaking: CustomerView['speakers'][number] | undefined
}

function ConsentCard({ card: { id, permissions, state }, speaking }: CardProps) {
  const focus = useKeptFocus(state)
  return (
    <li>
      <div class={`consent-card ${state}`} tabIndex={-1} ref={focus}>
        <p>The skill would like to use your</p>
        <ul class="scopes">
          {permissions.map((scope) => (
            <li key={scope}>{permissionName(scope)}</li>
          ))}
        </ul>
        <div class="composer-row">
          {state === 'granted' ? (
            <span class="badge good">Granted</span>
          ) : (
            <>
              <button type="button" class="primary" onClick={() => attempt(() => send('grant-card', { cardId: id }))}>
                Grant
              </button>
              {speaking && (
                <button
                  type="button"
                  onClick={() => attempt(() => send('grant-card', { cardId: id, speakerId: speaking.id }))}
                >
                  Grant for {speaking.data.givenName ?? speaking.data.name ?? `speaker ${speaking.id}`}
                </button>
              )}
              {state === 'open' ? (
                <button type="button" onClick={() => attempt(() => send('ignore-card', { cardId: id }))}>
                  Ignore
                </button>
              ) : (
                <span class="badge">{state === 'ignored' ? 'Ignored' : 'Withdrawn'}</span>
              )}
            </>
          )}
        </div>
      </div>
    </li>
  )
}
