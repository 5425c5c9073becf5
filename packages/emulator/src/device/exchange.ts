import { checkResponse } from '../rules/check-response.js'
import { callSkill } from '../skill/call-skill.js'
import type { Violation } from '../skill/violation.js'
import type { RequestEnvelope, Session, SessionState } from '../wire/envelope.js'
import type { DeviceRequest } from '../wire/request.js'
import { type NoResponse, readResponse, type SkillResponse } from '../wire/response.js'
import type { DeviceParts } from './device-parts.js'
import type { DeviceState } from './device-state.js'
import { dialogAfter, type OpenDialog } from './dialog.js'
import { dynamicTypesAfter } from './dynamic-entities.js'
import { sessionError } from './session-error.js'
import { createTurn, type Turn } from './turn.js'
import type { Understood } from './words.js'

/** A skill that has timed out may hang forever. It gets the end of the session, but less time to respond. */
const hungSkillTimeoutMs = 500

/** What a turn contains besides its request and response. */
export interface SentWith {
  /** What the customer has heard before the request was sent. */
  readonly heard?: string | undefined
  readonly understood?: Understood | undefined
  readonly isDelegated?: boolean
}

/** Plays a turn with the skill, or without it. */
export interface Exchange {
  /** Sends a request to the skill. @returns The turn, and the request that follows without an utterance. */
  withSkill(
    request: DeviceRequest,
    session: SessionState,
    more: SentWith,
  ): Promise<{
    readonly turn: Turn
    readonly next: { readonly request: DeviceRequest; readonly session: SessionState } | undefined
  }>
  /**
   * Plays a turn in which Alexa asks the question itself, or in which the session ends before the skill receives a
   * request.
   */
  withoutSkill(session: SessionState, more: SentWith, dialog: OpenDialog | undefined): Turn
}

export function createExchange(state: DeviceState, parts: DeviceParts): Exchange {
  const { customer, timeoutMs, runtime, watcher } = parts
  const { firstName } = state

  /** Sends the skill the reason why the session is over. */
  async function reportError(violation: Violation, session: SessionState): Promise<void> {
    const error = state.envelope(sessionError(violation), { ...session, new: false })
    const hasHung = violation.rule === 'skill-timeout'
    const errorTimeoutMs = hasHung ? Math.min(hungSkillTimeoutMs, timeoutMs) : timeoutMs
    await callSkill(state.skill, error, { timeoutMs: errorTimeoutMs, runtime })
  }

  return {
    async withSkill(request, current, { heard, understood, isDelegated = false }) {
      const sent = state.envelope(request, current)
      watcher.turnBegun(sent, customer, { understood, isDelegated })
      const { userId } = customer
      const { returned, violation, durationMs } = await callSkill(state.skill, sent, { timeoutMs, runtime })
      const progressive = parts.endProgressiveResponses(sent.request.requestId)
      const response = readResponse(returned)
      const violations = violation ? [violation] : checkResponse(response, checkContext(sent, request, state, parts))
      const apiRequests = parts.apiRequestsOf(sent.request.requestId)
      const directives = violations.length === 0 && response.envelope !== undefined ? response.directives : []
      const dialog = dialogAfter(request, directives, state.intentContext())
      const turn = createTurn({
        request: sent,
        understood,
        response,
        violations,
        apiRequests,
        progressive,
        durationMs,
        firstName,
        heard,
        prompt: dialog?.waits?.prompt,
        inDialog: dialog !== undefined,
      })
      const session = { ...current, new: false, attributes: attributesOf(response) }
      const { consentRequest, speech, reprompt } = turn
      const before = state.openSession
      const added = before?.session.sessionId === session.sessionId ? before.dynamicTypes : []
      const dynamicTypes = dynamicTypesAfter(directives, added)
      state.openSession = turn.sessionOpen
        ? { session, userId, consentRequest, speech, reprompt, dialog: dialog?.waits, dynamicTypes }
        : undefined
      if (turn.card?.permissions !== undefined) customer.showCard(turn.card.permissions)
      watcher.turnEnded(turn, returned)
      const [broken] = violations
      if (broken !== undefined && request.type !== 'SessionEndedRequest') await reportError(broken, current)
      return { turn, next: turn.sessionOpen && dialog?.completed ? { request: dialog.completed, session } : undefined }
    },
    withoutSkill(session, { heard, understood }, dialog) {
      const turn = createTurn({
        request: undefined,
        understood,
        response: { envelope: undefined, found: 'nothing', isEmpty: true },
        violations: [],
        apiRequests: [],
        progressive: [],
        durationMs: 0,
        firstName,
        heard,
        prompt: dialog?.prompt,
        inDialog: dialog !== undefined,
      })
      const dynamicTypes = state.openSession?.dynamicTypes ?? []
      state.openSession = dialog && {
        session,
        userId: customer.userId,
        consentRequest: undefined,
        speech: turn.speech,
        reprompt: turn.reprompt,
        dialog,
        dynamicTypes,
      }
      watcher.turnWithoutRequest(turn, customer)
      return turn
    },
  }
}

/** Collects what Alexa checks the response against. */
function checkContext(
  sent: RequestEnvelope,
  request: DeviceRequest,
  { locale }: DeviceState,
  { definition }: DeviceParts,
): Parameters<typeof checkResponse>[1] {
  const model = definition.interactionModel(locale)
  return {
    requestType: request.type,
    hasSession: true,
    declaredScopes: definition.declaredScopes(),
    supportedInterfaces: sent.context.System.device.supportedInterfaces,
    intent: request.type === 'IntentRequest' ? request.intent.name : undefined,
    // undefined if no interaction model is known for the locale
    dialogIntents: model && new Set(model.dialog?.intents.map(({ name }) => name)),
    slotsOf: (intent) => model?.intents.find(({ name }) => name === intent)?.slots.map(({ name }) => name),
  }
}

/** Alexa keeps the attributes of this response, and drops those of earlier responses. */
function attributesOf(response: SkillResponse | NoResponse): NonNullable<Session['attributes']> {
  return response.envelope === undefined ? {} : structuredClone(response.sessionAttributes ?? {})
}
