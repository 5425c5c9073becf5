import { AlexaApp } from './alexa-app/alexa-app.js'
import { Announcer } from './announcer.js'
import { Backstage } from './backstage/backstage.js'
import { Conversation } from './conversation/conversation.js'
import { Header } from './header.js'
import { Notices } from './notices.js'
import { useConsole } from './stream/console-store.js'
import { useView, type View, views } from './use-view.js'

/** Three columns in a wide window, and one at a time in a narrow one. */
export function Page() {
  const data = useConsole()
  const [view, show] = useView()
  const { state } = data
  const openCards = state?.customer.cards.filter((card) => card.state === 'open').length ?? 0
  return (
    <div class="page" data-view={view}>
      <a class="skip" href="#composer">
        Skip to what you can say
      </a>
      <Header data={data} />
      <nav class="views" aria-label="Views">
        {(Object.keys(views) as View[]).map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => show(name)}>
            {views[name]}
            {name === 'app' && openCards > 0 && <span class="count">{openCards}</span>}
          </button>
        ))}
      </nav>
      <main class="columns">
        {state ? (
          <>
            <Conversation turns={data.turns} state={state} connection={data.connection} />
            <AlexaApp state={state} />
            <Backstage data={data} state={state} />
          </>
        ) : (
          <p class="loading">{data.connection === 'lost' ? 'The console does not respond.' : 'Loading the console…'}</p>
        )}
      </main>
      <Notices notices={data.notices} connection={data.connection} />
      <Announcer />
    </div>
  )
}
