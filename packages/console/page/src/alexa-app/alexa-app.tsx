import { useState } from 'preact/hooks'
import type { ConsoleState } from '../../../src/protocol/console-state.js'
import { Switch } from '../controls/switch.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { ConsentCards } from './consent-cards.js'
import { ConsentPrompts } from './consent-prompts.js'
import { CustomerChoice } from './customer-choice.js'
import { PersonForm } from './person-form.js'
import { SpeakerChoice } from './speaker-choice.js'

/** The part of the page that a customer sees in the Alexa app: cards, voice consents, data and permissions. */
export function AlexaApp({ state }: { state: ConsoleState }) {
  const { customer, declaredScopes } = state
  const [shownId, setShownId] = useState<number>()
  const shown = customer.speakers.find(({ id }) => id === shownId)
  return (
    <section class="column app" aria-labelledby="app-title">
      <div class="column-head">
        <h2 id="app-title">Alexa app</h2>
        <CustomerChoice state={state} />
      </div>
      <div class="scroll">
        <ConsentCards customer={customer} />
        <ConsentPrompts prompts={customer.prompts} />
        <section class="part">
          <h3>Data and permissions</h3>
          <p class="quiet">A switch lets the skill read the value beside it.</p>
          {customer.speakers.length > 0 && (
            <div class="people">
              <button type="button" aria-pressed={!shown} onClick={() => setShownId(undefined)}>
                Customer
              </button>
              {customer.speakers.map(({ id, data }) => (
                <button key={id} type="button" aria-pressed={shown?.id === id} onClick={() => setShownId(id)}>
                  {data.givenName ?? data.name ?? `Speaker ${id}`}
                </button>
              ))}
            </div>
          )}
          <PersonForm
            key={`${customer.id}-${shown?.id ?? 'customer'}`}
            person={shown ?? customer}
            speakerId={shown?.id}
            declaredScopes={declaredScopes}
          />
        </section>
        <SpeakerChoice customer={customer} />
        <section class="part">
          <h3>Skill</h3>
          <Switch
            on={customer.skillEnabled}
            onChange={(enabled) => attempt(() => send('set-skill-enabled', { enabled }))}
          >
            Enabled
          </Switch>
          <p class="quiet">
            Disabling it withdraws all consent. After enabling it again, the skill sees a new customer.
          </p>
        </section>
      </div>
    </section>
  )
}
