import type { ConsoleData } from './console-data.js'
import { locales } from './locales.js'
import { attempt } from './problem.js'
import { send } from './server.js'

export function Header({ data: { state, connection } }: { data: ConsoleData }) {
  return (
    <header class="header">
      <img class="mark" src="/console/icon.svg" alt="" width="24" height="24" />
      <h1>Alexa console</h1>
      {state && (
        <p class="skill" title={state.skill.url}>
          <span class={`dot ${state.skill.kind === 'none' ? 'bad' : 'good'}`} />
          {skillName(state.skill)}
        </p>
      )}
      <span class="spring" />
      {connection === 'lost' && <span class="badge bad">not connected</span>}
      {state && (
        <label class="inline">
          <span>Language</span>
          <select
            value={state.locale}
            onChange={({ currentTarget }) => attempt(() => send('set-locale', { locale: currentTarget.value }))}
          >
            {[...new Set([...locales, state.locale])].map((locale) => (
              <option key={locale} value={locale}>
                {locale}
              </option>
            ))}
          </select>
        </label>
      )}
    </header>
  )
}

function skillName({ kind, url = '' }: { kind: string; url?: string }): string {
  if (kind === 'none') return 'No skill yet'
  return kind === 'url' ? url : 'Skill loaded'
}
