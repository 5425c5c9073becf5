import { useCallback, useState } from 'preact/hooks'
import type { ConsoleEvent } from '../../src/protocol/console-event.js'
import { permissionNames } from './permission-name.js'
import { useEvents } from './stream/console-store.js'

/** Announces to screen readers what happens elsewhere on the page. */
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
      const { response, understood } = event.turn
      if (!response) return undefined
      const { violations, consentRequest, speech, directives } = response
      if (violations.length > 0) return `Alexa rejects the response: ${violations[0]?.message}`
      // Alexa continues by itself, and the next turn is announced.
      if (speech === undefined && directives.some(({ type }) => type === 'Dialog.Delegate')) return undefined
      const scopes = consentRequest?.permissions.map(({ permissionScope }) => permissionScope)
      const asks = scopes && `Alexa asks for ${permissionNames(scopes)}.`
      const intent = understood?.intent && `Understood: ${understood.intent}.`
      return [intent, `Alexa says: ${speech ?? 'nothing'}`, asks].filter(Boolean).join(' ')
    }
    case 'card':
      return event.card.permissions
        ? `The Alexa app shows a card that asks for ${permissionNames(event.card.permissions)}.`
        : 'The Alexa app shows a card.'
    case 'mail':
      return `New mail: ${event.mail.subject ?? 'without a subject'}`
    default:
      return undefined
  }
}
