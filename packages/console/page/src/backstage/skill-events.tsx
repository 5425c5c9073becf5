import type { SkillEventView } from '../../../src/protocol/console-event.js'
import { permissionNames } from '../permission-name.js'

/** Skill events, newest first. */
export function SkillEvents({ events }: { events: readonly SkillEventView[] }) {
  return (
    <section class="part">
      <h3>Skill events</h3>
      <p class="quiet">Sent to the skill when consent changes, and when it is disabled or enabled.</p>
      {events.length === 0 && <p>None yet. Grant something in the Alexa app.</p>}
      <ol class="events">
        {events.toReversed().map((event) => (
          <SkillEvent key={event.id} event={event} />
        ))}
      </ol>
    </section>
  )
}

function SkillEvent({ event }: { event: SkillEventView }) {
  const { type, at, subscribed, attempts, acknowledged, accepted, acceptedBySpeaker, violations } = event
  const said = (scopes: readonly string[]) => (scopes.length > 0 ? permissionNames(scopes) : 'nothing')
  return (
    <li>
      <p class="event-head">
        <strong>{type.replace('AlexaSkillEvent.', '')}</strong>
        {subscribed ? (
          <span class={`badge ${acknowledged ? 'good' : 'bad'}`}>{acknowledged ? 'acknowledged' : 'given up'}</span>
        ) : (
          <span class="badge">not subscribed</span>
        )}
        {attempts > 1 && <span class="badge">{attempts} times</span>}
        <time class="quiet">{new Date(at).toLocaleTimeString()}</time>
      </p>
      {!subscribed && (
        <p>Alexa does not send it, because neither skill.json nor ask-resources.json subscribes to it.</p>
      )}
      {accepted && <p>Granted now: {said(accepted)}.</p>}
      {acceptedBySpeaker && <p>By the speaker: {said(acceptedBySpeaker)}.</p>}
      {violations.map(({ rule, message }) => (
        <p key={rule} class="violation">
          <code>{rule}</code> {message}
        </p>
      ))}
    </li>
  )
}
