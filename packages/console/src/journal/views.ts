import type { DeliveredEvent, RequestEnvelope, Slot, Turn } from '@alexa-profile/emulator'
import type { MailView, RequestView, ResponseView, SkillEventView } from '../protocol/console-event.js'
import type { ConsoleMail } from '../protocol/console-mailbox.js'

export function requestView({ request, context }: RequestEnvelope): RequestView {
  const { type, locale } = request
  const recognized = context.System.person !== undefined
  switch (request.type) {
    case 'IntentRequest': {
      const { name, slots } = request.intent
      const values = Object.values(slots ?? {}).flatMap((slot) => {
        const value = slotText(slot)
        return value === undefined ? [] : [[slot.name, value] as const]
      })
      return { type, locale, recognized, intent: name, slots: Object.fromEntries(values) }
    }
    case 'SessionResumedRequest': {
      const { status, result } = request.cause
      return { type, locale, recognized, consent: result?.status ?? status.code }
    }
    case 'SessionEndedRequest':
      return { type, locale, recognized, reason: request.reason }
    case 'LaunchRequest':
      return { type, locale, recognized }
  }
}

/** What the customer said for a slot; several values with commas. */
function slotText({ value, slotValue }: Slot): string | undefined {
  return slotValue?.type === 'List' ? slotValue.values.map((one) => one.value).join(', ') : value
}

export function responseView(turn: Turn): ResponseView {
  const { speech, reprompt, card, consentRequest, sessionOpen, violations, durationMs } = turn
  const { progressiveResponses, notEmulated } = turn
  return {
    speech,
    reprompt,
    card,
    directives: turn.directives.map(({ type }) => ({ type })),
    consentRequest: consentRequest && { permissions: consentRequest.permissions },
    sessionOpen,
    violations,
    progressiveResponses,
    notEmulated,
    durationMs,
  }
}

export function skillEventView(
  id: number,
  { envelope, subscribed, attempts, acknowledged, violations }: DeliveredEvent,
): SkillEventView {
  const { request } = envelope
  const { type, requestId } = request
  const view = { id, at: Date.now(), type, requestId, subscribed, attempts, acknowledged, violations }
  if (!('body' in request) || !('acceptedPermissions' in request.body)) return view
  const { acceptedPermissions, acceptedPersonPermissions } = request.body
  const scopesOf = (list: readonly { scope: string }[]) => list.map(({ scope }) => scope)
  return {
    ...view,
    accepted: scopesOf(acceptedPermissions),
    ...(acceptedPersonPermissions && { acceptedBySpeaker: scopesOf(acceptedPersonPermissions) }),
  }
}

const maximumMailCharacters = 20_000

/** Without the mail's source, if the mailbox gives it. */
export function mailView(id: number, mail: ConsoleMail): MailView {
  const { receivedAt, deliveredTo, from, subject, text, html, attachments } = mail
  return { id, receivedAt, deliveredTo, from, subject, text: cut(text), html: cut(html), attachments }
}

function cut(text: string | undefined): string | undefined {
  return text !== undefined && text.length > maximumMailCharacters ? `${text.slice(0, maximumMailCharacters)}…` : text
}
