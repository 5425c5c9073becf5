import { useCallback, useState } from 'preact/hooks'
import type { ConsoleEvent } from '../../src/console/console-event.js'
import { useEvents } from './console-store.js'
import { permissionNames } from './permission-name.js'

/** Tells screen readers what has happened elsewhere on the page. */
export function Announcer() {
  const [text, setText] = useState('')
  useEvents(
    useCallback((event: ConsoleEvent) => {
      const told = announcement(event)
      if (told) setText(told)
    }, []),
  )
  return (
    <div class="hidden" role="status" aria-live="polite">
      {text}
    </div>
  )
}

function announcement(event: ConsoleEvent): string | undefined {
  switch (event.type) {
    case 'turn': {
      const { answer } = event.turn
      if (!answer) return undefined
      if (answer.violations.length > 0) return `Alexa refuses the answer: ${answer.violations[0]?.message}`
      const asks =
        answer.consentRequest && `Alexa asks for ${permissionNames(answer.consentRequest.map(({ scope }) => scope))}.`
      return [`Alexa says: ${answer.speech ?? 'nothing'}`, asks].filter(Boolean).join(' ')
    }
    case 'card':
      return event.card.permissions
        ? `The Alexa app shows a card that asks for ${permissionNames(event.card.permissions)}.`
        : 'The Alexa app shows a card.'
    case 'mail':
      return `A mail has come: ${event.mail.subject ?? 'without a subject'}`
    default:
      return undefined
  }
}
