import type { ApiRequest } from '../api/request-log.js'
import { EmulatorError } from '../base/emulator-error.js'
import type { ManagedCustomer } from '../customer/create-customer.js'
import type { Customer, Speaker } from '../customer/customer.js'
import { checkResponse } from '../rules/check-response.js'
import { callSkill } from '../skill/call-skill.js'
import { checkedSkill, type Skill } from '../skill/skill.js'
import type { ConsentRequest } from '../wire/consent-request.js'
import { newSession, type RequestEnvelope, type Session } from '../wire/envelope.js'
import type { DeviceRequest } from '../wire/request.js'
import { type NoResponse, readResponse, type SkillResponse } from '../wire/response.js'
import { sessionResumed } from './consent-answer.js'
import type { Device } from './device.js'
import { intentRequest } from './intent-request.js'
import { sessionError } from './session-error.js'
import { createTurn, type Turn } from './turn.js'

/** A skill that has just timed out may hang for good: it gets the end of the session, but not as much time again. */
const hungSkillTimeoutMs = 500

type SessionState = Pick<Session, 'new' | 'sessionId' | 'attributes'>

/** Called with each turn of a device. */
export interface TurnWatcher {
  /** A device is about to send this. */
  turnBegun(envelope: RequestEnvelope, customer: Customer): void
  /** @param returned What the skill returned, also when `turn.response` is undefined because it was not a response. */
  turnEnded(turn: Turn, returned: unknown): void
}

export interface DeviceParts {
  readonly skill: Skill
  readonly locale: string
  readonly customer: ManagedCustomer
  readonly speaker: Speaker | undefined
  readonly timeoutMs: number
  readonly declaredScopes: () => ReadonlySet<string>
  /** The requests to the profile API with the token of one envelope. */
  readonly apiRequestsOf: (envelopeRequestId: string) => readonly ApiRequest[]
  /** Throws when the emulator was closed. */
  readonly envelope: (
    request: DeviceRequest,
    speaker: Speaker | undefined,
    session: SessionState,
    locale: string,
  ) => RequestEnvelope
  readonly watcher: TurnWatcher
}

export function createDevice({
  customer,
  timeoutMs,
  declaredScopes,
  envelope,
  watcher,
  ...parts
}: DeviceParts): Device {
  let { skill, locale } = parts
  let open: { session: SessionState; userId: string; consentRequest: ConsentRequest | undefined } | undefined
  let speaker = ofCustomer(parts.speaker)

  function ofCustomer(candidate: Speaker | undefined): Speaker | undefined {
    if (candidate === undefined || candidate.customer === customer) return candidate
    throw new EmulatorError('option-invalid', "The speaker must be one of the device's own customer.")
  }

  /** A session ends with the enablement of the skill, too. */
  function stillOpen() {
    return customer.skillEnabled && open?.userId === customer.userId ? open : undefined
  }

  const firstName = (id: string) => customer.speakers.find(({ personId }) => personId === id)?.data.givenName

  async function send(request: DeviceRequest, current: SessionState): Promise<Turn> {
    const sent = envelope(request, speaker, current, locale)
    watcher.turnBegun(sent, customer)
    const { userId } = customer
    const { returned, violation, durationMs } = await callSkill(skill, sent, timeoutMs)
    const response = readResponse(returned)
    const violations = violation
      ? [violation]
      : checkResponse(response, { requestType: request.type, hasSession: true, declaredScopes: declaredScopes() })
    const apiRequests = parts.apiRequestsOf(sent.request.requestId)
    const turn = createTurn({ request: sent, response, violations, apiRequests, durationMs, firstName })
    const session = { ...current, new: false, attributes: attributesOf(response) }
    open = turn.sessionOpen ? { session, userId, consentRequest: turn.consentRequest } : undefined
    if (turn.card?.permissions !== undefined) customer.showCard(turn.card.permissions)
    watcher.turnEnded(turn, returned)
    if (violations.length > 0 && request.type !== 'SessionEndedRequest') {
      const error = envelope(sessionError(violations[0]), speaker, { ...current, new: false }, locale)
      const hasHung = violations[0]?.rule === 'skill-timeout'
      await callSkill(skill, error, hasHung ? Math.min(hungSkillTimeoutMs, timeoutMs) : timeoutMs)
    }
    return turn
  }

  return {
    customer,
    get speaker() {
      return speaker
    },
    set speaker(candidate) {
      speaker = ofCustomer(candidate)
    },
    get locale() {
      return locale
    },
    set locale(changed) {
      locale = changed
    },
    get skill() {
      return skill
    },
    set skill(changed) {
      skill = checkedSkill(changed)
    },
    get sessionOpen() {
      return stillOpen() !== undefined
    },
    open: async () => send({ type: 'LaunchRequest' }, newSession()),
    intent: async (intent, slots = {}) => send(intentRequest(intent, slots), stillOpen()?.session ?? newSession()),
    async answerConsent(answer) {
      const { session, consentRequest } = stillOpen() ?? {}
      if (session === undefined || consentRequest === undefined) {
        throw new EmulatorError('consent-not-pending', 'Call it when the turn before has a consentRequest.')
      }
      const context = { declaredScopes: declaredScopes(), hasSpeaker: speaker !== undefined }
      const request = sessionResumed(consentRequest, answer, context)
      if (request.cause.result?.status === 'ACCEPTED') customer.grantByVoice(consentRequest.permissions, speaker)
      return send(request, session)
    },
    async end() {
      const session = stillOpen()?.session
      if (session === undefined) throw new EmulatorError('session-not-open', 'Call open() or intent() first.')
      return send({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' }, session)
    },
    async replay({ request: { request, session } }) {
      const { requestId: _id, timestamp: _time, ...again } = structuredClone(request)
      return send(again, session ? stateOf(session) : newSession())
    },
  }
}

function stateOf({ new: isNew, sessionId, attributes }: Session): SessionState {
  return { new: isNew, sessionId, attributes: structuredClone(attributes) }
}

/** Alexa keeps the attributes of this response and none of earlier ones. */
function attributesOf(response: SkillResponse | NoResponse): Session['attributes'] {
  return response.envelope === undefined ? {} : structuredClone(response.sessionAttributes ?? {})
}
