import type { DeliveredEvent, IntentRequest, RequestEnvelope, Slot, Turn } from '@alexa-profile/emulator'
import type { MailView, RequestView, ResponseView, SkillEventView } from '../protocol/console-event.js'
import type { ConsoleMail } from '../protocol/console-mailbox.js'

export function requestView({ request, context }: RequestEnvelope): RequestView {
  const { type, locale } = request
  const recognized = context.System.person !== undefined
  switch (request.type) {
    case 'IntentRequest':
      return { type, locale, recognized, ...intentView(request) }
    case 'SessionResumedRequest': {
      const { status, result } = request.cause
      return { type, locale, recognized, consent: result?.status ?? status.code }
    }
    case 'SessionEndedRequest':
      return { type, locale, recognized, reason: request.reason }
    // A launch, or a request that the developer has changed to another type.
    default:
      return { type, locale, recognized }
  }
}

function intentView({ dialogState, intent }: IntentRequest): Partial<RequestView> {
  const { name, confirmationStatus, slots = {} } = intent
  const ofSlots = <Value>(read: (slot: Slot) => Value | undefined) =>
    Object.fromEntries(
      Object.entries(slots).flatMap(([slotName, slot]) => {
        const value = read(slot)
        return value === undefined ? [] : [[slotName, value] as const]
      }),
    )
  const [resolved, confirmed] = [ofSlots(resolvedText), ofSlots((slot) => confirmationOf(slot.confirmationStatus))]
  const confirmation = confirmationOf(confirmationStatus)
  return {
    intent: name,
    slots: ofSlots(slotValue),
    ...(Object.keys(resolved).length > 0 && { resolved }),
    ...(Object.keys(confirmed).length > 0 && { confirmed }),
    ...(dialogState && { dialogState }),
    ...(confirmation && { confirmation }),
  }
}

/** Returns what the customer said for a slot. Several values are a list. */
function slotValue({ value, slotValue: given }: Slot): string | readonly string[] | undefined {
  return given?.type === 'List' ? given.values.map((one) => one.value) : value
}

/** The form of ids that Alexa generates for values without an id in the interaction model. */
const madeUpId = /^[0-9a-f]{32}$/

/** Returns the value of the slot type and its id, if they differ from what the customer said. */
function resolvedText({ value, resolutions, slotValue: given }: Slot): string | undefined {
  const said = given?.type === 'List' ? given.values : [{ value, resolutions }]
  const names = said.map((one) => {
    const found = one.resolutions?.resolutionsPerAuthority.flatMap(({ values = [] }) => values)[0]?.value
    if (found === undefined) return one.value
    return madeUpId.test(found.id) || found.id === found.name ? found.name : `${found.name} (${found.id})`
  })
  const isSame = names.every((name, index) => name === said[index]?.value)
  return isSame ? undefined : names.join(', ')
}

function confirmationOf(status: 'NONE' | 'CONFIRMED' | 'DENIED' | undefined): 'CONFIRMED' | 'DENIED' | undefined {
  return status === 'CONFIRMED' || status === 'DENIED' ? status : undefined
}

export function responseView(turn: Turn): ResponseView {
  const { speech, reprompt, card, consentRequest, sessionOpen, violations, durationMs } = turn
  const { progressiveResponses, notEmulated } = turn
  return {
    speech,
    reprompt,
    card,
    directives: turn.directives.map(({ type }) => ({ type })),
    isPrompt:
      speech !== undefined &&
      (turn.request === undefined ||
        (turn.response?.response.outputSpeech === undefined &&
          turn.directives.some(({ type }) => type === 'Dialog.Delegate'))),
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

/** Returns the email without its source. */
export function mailView(id: number, mail: ConsoleMail): MailView {
  const { receivedAt, deliveredTo, from, subject, text, html, attachments } = mail
  return { id, receivedAt, deliveredTo, from, subject, text: cut(text), html: cut(html), attachments }
}

function cut(text: string | undefined): string | undefined {
  return text !== undefined && text.length > maximumMailCharacters ? `${text.slice(0, maximumMailCharacters)}…` : text
}
