import type { ApiRequestView, ConsoleSnapshot, NoticeView, SkillEventView, TurnView } from '@alexa-profile/console'

/** The latest ids that a client was told about. */
export interface Told {
  readonly turn: number
  readonly mail: number
  readonly notice: number
  readonly event: number
}

export const toldNothing: Told = { turn: 0, mail: 0, notice: 0, event: 0 }

export function toldUntil({ turns, mails, notices, skillEvents }: ConsoleSnapshot, before: Told): Told {
  const latest = (list: readonly { readonly id: number }[], known: number) => list.at(-1)?.id ?? known
  return {
    turn: latest(turns, before.turn),
    mail: latest(mails, before.mail),
    notice: latest(notices, before.notice),
    event: latest(skillEvents, before.event),
  }
}

/**
 * Describes a turn in as few words as an agent needs. Absent and empty members are left out, except for `violations`.
 */
export function turnResult(snapshot: ConsoleSnapshot, told: Told): Readonly<Record<string, unknown>> {
  const turns = snapshot.turns.filter(({ id }) => id > told.turn)
  const [last] = turns.slice(-1)
  const response = last?.response
  // when a dialog is complete, the device sends the next request itself, so there are several turns
  const all = turns.flatMap((turn) => turn.response ?? [])
  const { speech, reprompt, card, consentRequest, sessionOpen = false } = response ?? {}
  return filled({
    turn: last?.id,
    heard: last && heard(last),
    alexaSaidMeanwhile: all.flatMap(({ progressiveResponses }) => progressiveResponses.map((one) => one.speech)),
    speech,
    reprompt,
    card: card && (card.permissions ? { asksFor: card.permissions } : card),
    consentQuestion: consentRequest?.permissions.map(({ permissionScope, consentLevel }) =>
      consentLevel === 'PERSON' ? `${permissionScope} (speaker)` : permissionScope,
    ),
    directives: response?.directives.map(({ type }) => type).filter((type) => !type.startsWith('Connections.')),
    sessionOpen,
    violations: all.flatMap(({ violations }) =>
      violations.map(({ rule, message, location }) => `${rule}: ${message}${location ? ` (${location})` : ''}`),
    ),
    notEmulated: all.flatMap(({ notEmulated }) => notEmulated),
    api: turns.flatMap(({ apiRequests }) => apiRequests.map(apiLine)),
    ...sinceThen(snapshot, told),
    ms: Math.round(all.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  })
}

/** Emails, events and notices since then. */
export function sinceThen(
  { mails, notices, skillEvents }: ConsoleSnapshot,
  told: Told,
): Readonly<Record<string, unknown>> {
  return filled({
    mails: mails
      .filter(({ id }) => id > told.mail)
      .map(({ deliveredTo, subject, text = '' }) => ({
        to: deliveredTo.join(', '),
        subject,
        text: shortened(text, 300),
      })),
    events: skillEvents.filter(({ id }) => id > told.event).map(eventLine),
    notices: notices.filter(({ id }) => id > told.notice).flatMap(noticeLine),
  })
}

/** Removes absent and empty members. `violations: []` stays, because it says that the response is valid. */
export function filled(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(members).filter(
      ([name, value]) => value !== undefined && value !== '' && (name === 'violations' || !isEmpty(value)),
    ),
  )
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** What the skill received: `BookTableIntent date=2026-12-24 partySize=2 (IN_PROGRESS)`. */
function heard({ request, understood }: TurnView): string {
  const { type, intent, slots = {}, resolved = {}, dialogState, confirmation, consent, reason } = request
  if (type === 'NoRequest') return 'nothing yet: Alexa asks for the next slot itself'
  const values = Object.entries(slots).map(([slot, value]) => `${slot}=${resolved[slot] ?? String(value)}`)
  const unsure = understood?.stage === 'nearest' ? `confidence ${understood.confidence.toFixed(2)}` : undefined
  const states = [dialogState, confirmation, unsure].filter((state) => state !== undefined)
  return [intent ?? type, ...values, consent, reason, states.length > 0 ? `(${states.join(', ')})` : undefined]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** `GET email -> 429 (throttled)` */
function apiLine({ method, path, field, level, status, token, situation, problem }: ApiRequestView): string {
  const what = field === undefined ? path : level === 'speaker' ? `speaker ${field}` : field
  const notes = [situation, token === 'valid' ? undefined : `token ${token}`, problem].filter(
    (note) => note !== undefined,
  )
  return `${method} ${what} -> ${status ?? 'no response'}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
}

function eventLine({ type, subscribed, acknowledged, attempts, accepted, violations }: SkillEventView): string {
  const name = type.replace('AlexaSkillEvent.', '')
  if (!subscribed) return `${name}: not sent, because the manifest does not subscribe to it`
  const scopes = accepted === undefined ? '' : ` [${accepted.join(', ')}]`
  const problems = violations.map(({ message }) => ` ${message}`).join('')
  return `${name}${scopes}: ${acknowledged ? 'acknowledged' : `not acknowledged in ${attempts} attempts`}${problems}`
}

/** Leaves out notices that the skill was loaded, because the agent expects that. */
function noticeLine({ level, title, detail }: NoticeView): string[] {
  if (level === 'info' && detail === undefined) return []
  return [detail === undefined ? title : `${title}. ${shortened(detail, 300)}`]
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
