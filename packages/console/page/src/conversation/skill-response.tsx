import type { ResponseCard, Violation } from '@alexa-profile/emulator'
import type { ResponseView } from '../../../src/protocol/console-event.js'
import { permissionNames } from '../permission-name.js'
import { milliseconds } from './timeline-rows.js'

/** The outcome of a turn: what reached the customer, or why nothing did. */
export function SkillResponse({ response }: { response: ResponseView }) {
  const { speech, reprompt, card, directives, consentRequest, sessionOpen, violations } = response
  const { progressiveResponses, notEmulated, isPrompt } = response
  const delegates = directives.some(({ type }) => type === 'Dialog.Delegate')
  const refused = violations.length > 0
  return (
    <div class="response">
      {progressiveResponses.map(({ speech: said, afterMs }, index) => (
        <p key={index} class="speech interim">
          <span class="hidden">Alexa: </span>
          {said} <span class="label">while you wait, after {milliseconds(afterMs)}</span>
        </p>
      ))}
      {violations.map((violation, index) => (
        <ViolationText key={index} violation={violation} />
      ))}
      {refused && <p class="quiet">The customer does not hear this response, and the session has ended.</p>}
      {!refused && (
        <p class={speech === undefined ? 'speech nothing' : 'speech'}>
          <span class="hidden">Alexa: </span>
          {speech ?? (delegates ? 'The skill leaves the dialog to Alexa.' : 'Alexa says nothing.')}
        </p>
      )}
      {isPrompt && <p class="label">Alexa asks with a prompt of the interaction model.</p>}
      {reprompt !== undefined && (
        <p class="reprompt">
          <span class="label">If you say nothing</span> {reprompt}
        </p>
      )}
      {consentRequest && (
        <p class="asks">
          Alexa asks whether the skill may know your{' '}
          {permissionNames(consentRequest.permissions.map(({ permissionScope }) => permissionScope))}.
        </p>
      )}
      {card && <Card card={card} />}
      {directives.length > 0 && (
        <p class="directives">
          {directives.map(({ type }, index) => (
            <code key={index}>{type}</code>
          ))}
        </p>
      )}
      {notEmulated.length > 0 && (
        <p class="not-emulated">
          The emulator does not support these requests, so the skill got the status 404:{' '}
          {notEmulated.map((request) => (
            <code key={request}>{request}</code>
          ))}
        </p>
      )}
      {!refused && !sessionOpen && <p class="quiet">The session has ended.</p>}
    </div>
  )
}

function ViolationText({ violation: { rule, message, location, source } }: { violation: Violation }) {
  return (
    <div class="violation">
      <p>
        <strong>{rule.startsWith('skill-') ? 'Alexa gets no response' : 'Alexa rejects this response'}</strong>{' '}
        <code>{rule}</code>
      </p>
      <p>{message}</p>
      {location && (
        <p>
          at <code>{location}</code>
        </p>
      )}
      {source && (
        <a href={source} target="_blank" rel="noreferrer">
          Where the rule is documented
        </a>
      )}
    </div>
  )
}

const textsOf = (card: ResponseCard) =>
  [card.title, card.content, card.text].filter((text): text is string => typeof text === 'string' && text !== '')

function Card({ card }: { card: ResponseCard }) {
  return (
    <div class="card">
      <span class="label">Card in the Alexa app</span>
      {card.permissions ? (
        <p>Asks for permission to use your {permissionNames(card.permissions)}.</p>
      ) : (
        textsOf(card).map((text) => <p key={text}>{text}</p>)
      )}
      <code>{card.type}</code>
    </div>
  )
}
