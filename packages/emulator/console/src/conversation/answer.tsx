import type { AnswerView, CardView, ViolationView } from '../../../src/console/console-event.js'
import { permissionNames } from '../permission-name.js'

export function Answer({ answer }: { answer: AnswerView }) {
  const { speech, reprompt, card, directives, consentRequest, sessionOpen, violations } = answer
  const refused = violations.length > 0
  return (
    <div class="answer">
      {violations.map((violation, index) => (
        <Violation key={index} violation={violation} />
      ))}
      {refused && <p class="quiet">The customer hears none of this answer, and the session has ended.</p>}
      {!refused && (
        <p class={speech === undefined ? 'speech nothing' : 'speech'}>
          <span class="hidden">Alexa: </span>
          {speech ?? 'Alexa says nothing.'}
        </p>
      )}
      {reprompt !== undefined && (
        <p class="reprompt">
          <span class="label">If you say nothing</span> {reprompt}
        </p>
      )}
      {consentRequest && (
        <p class="asks">
          Alexa asks whether the skill may know your {permissionNames(consentRequest.map(({ scope }) => scope))}.
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
      {!refused && !sessionOpen && <p class="quiet">The session has ended.</p>}
    </div>
  )
}

function Violation({ violation: { rule, message, source } }: { violation: ViolationView }) {
  return (
    <div class="violation">
      <p>
        <strong>{rule.startsWith('skill-') ? 'Alexa gets no answer' : 'Alexa refuses this answer'}</strong>{' '}
        <code>{rule}</code>
      </p>
      <p>{message}</p>
      {source && (
        <a href={source} target="_blank" rel="noreferrer">
          Where the rule stands
        </a>
      )}
    </div>
  )
}

const textsOf = (card: CardView) =>
  [card.title, card.content, card.text].filter((text): text is string => typeof text === 'string' && text !== '')

function Card({ card }: { card: CardView }) {
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
