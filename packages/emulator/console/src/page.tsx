import { useState } from 'preact/hooks'
import { AlexaApp } from './alexa-app/alexa-app.js'
import { Announcer } from './announcer.js'
import { Backstage } from './backstage/backstage.js'
import { useConsole } from './console-store.js'
import { Conversation } from './conversation/conversation.js'
import { Header } from './header.js'
import { Notices } from './notices.js'

const views = { talk: 'Conversation', app: 'Alexa app', backstage: 'Backstage' } as const
type View = keyof typeof views

/** Three columns where there is room; else one at a time. */
export function Page() {
  const data = useConsole()
  const [view, setView] = useState<View>('talk')
  const { state } = data
  const openCards = state?.household.cards.filter((card) => card.state === 'open').length ?? 0
  return (
    <div class="page" data-view={view}>
      <a class="skip" href="#composer">
        Skip to what you can say
      </a>
      <Header data={data} />
      <nav class="views" aria-label="Views">
        {(Object.keys(views) as View[]).map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {views[name]}
            {name === 'app' && openCards > 0 && <span class="count">{openCards}</span>}
          </button>
        ))}
      </nav>
      <Notices notices={data.notices} connection={data.connection} />
      <main class="columns">
        {state ? (
          <>
            <Conversation turns={data.turns} state={state} />
            <AlexaApp state={state} />
            <Backstage data={data} state={state} />
          </>
        ) : (
          <p class="loading">{data.connection === 'lost' ? 'The console does not answer.' : 'Loading the console…'}</p>
        )}
      </main>
      <Announcer />
    </div>
  )
}
