import type { SkillView } from '../../src/protocol/console-state.js'
import { locales } from './locales.js'
import { attempt } from './problem.js'
import { send } from './server.js'
import type { ConsoleData } from './stream/console-data.js'

export function Header({ data: { state, connection } }: { data: ConsoleData }) {
  return (
    <header class="header">
      <img class="mark" src="/console/icon.svg" alt="" width="24" height="24" />
      <h1>Alexa console</h1>
      {connection === 'lost' ? (
        <p class="skill">
          <span class="dot bad" />
          Not connected
        </p>
      ) : (
        state && <SkillLine skill={state.skill} />
      )}
      <span class="spring" />
      {state && (
        <label class="inline">
          <span>Language</span>
          <select
            value={state.locale}
            onChange={({ currentTarget }) => attempt(() => send('set-locale', { locale: currentTarget.value }))}
          >
            {[...new Set([...(state.locales.length > 0 ? state.locales : locales), state.locale])].map((locale) => (
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

const shown: Readonly<Record<SkillView['status'], readonly [dot: string, text: string]>> = {
  none: ['bad', 'No skill yet'],
  loading: ['', 'is loading…'],
  loaded: ['good', 'is loaded'],
  listening: ['good', 'responds'],
  unknown: ['', 'nothing sent yet'],
  failed: ['bad', 'has failed'],
}

function SkillLine({ skill: { name = 'The skill', status, problem, location } }: { skill: SkillView }) {
  const [dot, text] = shown[status]
  return (
    <p class="skill" title={problem}>
      <span class={`dot ${dot}`} />
      <span>
        {status === 'none' ? text : `${name} ${text}`}
        {location && (
          <>
            {' at '}
            <code>{location}</code>
          </>
        )}
        {problem && <span class="problem">: {problem}</span>}
      </span>
    </p>
  )
}
