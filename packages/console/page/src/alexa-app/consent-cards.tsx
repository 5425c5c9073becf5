import type { ConsentCardView } from '../../../src/protocol/console-state.js'
import { useKeptFocus } from '../controls/kept-focus.js'
import { permissionName } from '../permission-name.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'

export function ConsentCards({ cards }: { cards: readonly ConsentCardView[] }) {
  return (
    <section class="part">
      <h3>Cards</h3>
      {cards.length === 0 && <p class="quiet">A card that asks for permission shows here.</p>}
      <ul class="consent-cards">
        {cards.toReversed().map((card) => (
          <ConsentCard key={card.id} card={card} />
        ))}
      </ul>
    </section>
  )
}

function ConsentCard({ card: { id, permissions, state } }: { card: ConsentCardView }) {
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
