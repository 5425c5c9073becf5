import type { NoticeView } from '../../../src/protocol/console-event.js'
import type { ConsoleState } from '../../../src/protocol/console-state.js'
import { SourceText } from '../controls/source-text.js'
import { Switch } from '../controls/switch.js'
import { permissionName } from '../permission-name.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'

const profileScopes = ['name', 'given_name', 'email', 'mobile_number'].map((name) => `alexa::profile:${name}:read`)

export function SkillFacts({ state, notices }: { state: ConsoleState; notices: readonly NoticeView[] }) {
  const { declaredScopes, apiEndpoint, signing, certificateAuthority, mailbox } = state
  const scopes = [...new Set([...profileScopes, 'alexa::person_id:read', ...declaredScopes])]

  function declare(scope: string, on: boolean): void {
    const others = declaredScopes.filter((one) => one !== scope)
    attempt(() => send('declare', { scopes: on ? [...others, scope] : others }))
  }

  return (
    <>
      <section class="part">
        <h3>What the skill must trust</h3>
        <dl class="facts">
          <dt>Endpoint</dt>
          <dd>
            <code>{apiEndpoint}</code>
          </dd>
          {mailbox && (
            <>
              <dt>Mail server</dt>
              <dd>
                <code>{mailbox}</code>
              </dd>
            </>
          )}
        </dl>
        {signing && (
          <>
            <p class="quiet">Requests are signed as Alexa signs them. A verifier that trusts this root can stay on.</p>
            <SourceText label="Root certificate" text={signing.root} />
            <SourceText label="Certificate chain" text={signing.certificateChain} />
          </>
        )}
        {certificateAuthority && <SourceText label="Root of the HTTPS certificate" text={certificateAuthority} />}
      </section>
      <section class="part">
        <h3>Declared in the manifest</h3>
        <p class="quiet">
          If a scope is off, the API responds with 403, and Alexa rejects every response with a card that asks for it.
        </p>
        <ul class="switches">
          {scopes.map((scope) => (
            <li key={scope}>
              <Switch on={declaredScopes.includes(scope)} onChange={(on) => declare(scope, on)}>
                {permissionName(scope)} <code>{scope}</code>
              </Switch>
            </li>
          ))}
        </ul>
      </section>
      {notices.length > 0 && (
        <section class="part">
          <h3>Notices</h3>
          <ol class="events">
            {notices.toReversed().map(({ id, at, level, title, detail }) => (
              <li key={id}>
                <p class="event-head">
                  <strong class={level === 'error' ? 'bad' : ''}>{title}</strong>
                  <time class="quiet">{new Date(at).toLocaleTimeString()}</time>
                </p>
                {detail && <pre>{detail}</pre>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
