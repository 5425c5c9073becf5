import type { DeliveredEvent, RequestEnvelope, Turn } from '../index.js'
import type { AnswerView, MailView, PermissionView, RequestView, SkillEventView } from './console-event.js'
import type { ConsoleMail } from './console-mailbox.js'

/** What is shown of a request; all of it is in the turn's JSON. */
export function requestView({ request, context }: RequestEnvelope): RequestView {
  const { type, locale } = request
  const recognized = context.System.person !== undefined
  switch (request.type) {
    case 'IntentRequest': {
      const { name, slots } = request.intent
      const values = Object.values(slots).map((slot) => [slot.name, slot.value] as const)
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

export function answerView(turn: Turn): AnswerView {
  const { speech, reprompt, card, consentRequest } = turn
  return {
    durationMs: turn.durationMs,
    ...(speech !== undefined && { speech }),
    ...(reprompt !== undefined && { reprompt }),
    ...(card && { card }),
    directives: turn.directives.map(({ type }) => ({ type })),
    ...(consentRequest && { consentRequest: permissionViews(consentRequest.permissions) }),
    sessionOpen: turn.sessionOpen,
    violations: turn.violations,
  }
}

export function permissionViews(
  permissions: NonNullable<Turn['consentRequest']>['permissions'],
): readonly PermissionView[] {
  return permissions.map(({ permissionScope, consentLevel }) => ({
    scope: permissionScope,
    level: consentLevel === 'PERSON' ? 'speaker' : 'customer',
  }))
}

export function skillEventView(
  id: number,
  { envelope, attempts, acknowledged, violations }: DeliveredEvent,
): SkillEventView {
  const { request } = envelope
  const view = {
    id,
    at: Date.now(),
    type: request.type,
    requestId: request.requestId,
    attempts,
    acknowledged,
    violations,
  }
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

export function mailView(id: number, mail: ConsoleMail): MailView {
  const { from, subject, text, html } = mail
  return {
    id,
    at: Date.parse(mail.receivedAt),
    deliveredTo: mail.deliveredTo,
    ...(from !== undefined && { from }),
    ...(subject !== undefined && { subject }),
    ...(text !== undefined && { text: cut(text) }),
    ...(html !== undefined && { html: cut(html) }),
    attachments: mail.attachments.map(({ fileName, mimeType, bytes }) => ({
      ...(fileName !== undefined && { fileName }),
      mimeType,
      bytes,
    })),
  }
}

function cut(text: string): string {
  return text.length > maximumMailCharacters ? `${text.slice(0, maximumMailCharacters)}…` : text
}
