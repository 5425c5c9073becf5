import { EmulatorError } from '../base/emulator-error.js'
import { isObject } from '../base/is-object.js'
import type { Account, Customer, Speaker } from '../customer/customer.js'
import { checkResponse } from '../rules/check-response.js'
import { callSkill, checkedSkill, type Skill } from '../skill/skill.js'
import type { EmulatorWatcher } from '../watcher.js'
import type { ConsentRequest } from '../wire/consent-request.js'
import { type DeviceRequest, newSession, type RequestEnvelope, type Session } from '../wire/envelope.js'
import { type ConsentAnswer, sessionResumed } from './consent-answer.js'
import { intentRequest } from './intent-request.js'
import { sessionError } from './session-error.js'
import { createTurn, type Turn } from './turn.js'

/**
 * An Echo without a screen that talks to one skill. Its methods settle when the skill has answered or `skillTimeoutMs`
 * is over, and never reject for what the skill did: see `violations` of the turn. One turn at a time.
 *
 * When a turn has violations, the session ends, and before the turn is given back the skill gets a
 * `SessionEndedRequest` with the reason `ERROR`, whose answer is ignored; after a timeout, it is given up after 500 ms.
 *
 * When a turn has a `consentRequest`, Alexa waits for `answerConsent`. Whoever calls `open`, `say` or `end` instead talks
 * past the question: it is dropped, and nothing is granted. What the real Alexa does then is not documented.
 */
export interface Device {
  readonly customer: Customer
  /**
   * Who talks, from the next turn on; undefined is somebody whom Alexa does not recognize.
   *
   * @throws {EmulatorError} `option-invalid` when set to a speaker of another customer.
   */
  speaker: Speaker | undefined
  /** Such as `de-DE`; what the customer is spoken to in, from the next turn on. */
  locale: string
  /**
   * Whom it talks to, from the next turn on: the session goes on with another skill, as after a deployment.
   *
   * @throws {EmulatorError} `option-invalid` when set to what is neither a function nor an http(s) URL.
   */
  skill: Skill
  readonly sessionOpen: boolean
  /**
   * "Alexa, open …": a `LaunchRequest` in a new session. A session that was open is forgotten.
   *
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`
   */
  open(): Promise<Turn>
  /**
   * An `IntentRequest`, in the open session, or else in a new one as after "Alexa, ask … to …".
   *
   * @param slots Values of the slots, by name. Default: none.
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`; `option-invalid` for an empty name or a value that is no
   * text.
   */
  say(intent: string, slots?: Readonly<Record<string, string>>): Promise<Turn>
  /**
   * Answers Alexa's question for consent: a `SessionResumedRequest` in the same session. `accept` first grants what is
   * asked: at the level `ACCOUNT` to the account, at `PERSON` to `speaker`. Without a speaker, or for a scope that the
   * manifest does not declare, the connection fails whatever the answer, and nothing is granted.
   *
   * @throws {EmulatorError} `emulator-closed`; `consent-not-pending` when the last turn had no `consentRequest`;
   * `option-invalid` for another answer.
   */
  answerConsent(answer: ConsentAnswer): Promise<Turn>
  /**
   * "Alexa, exit": a `SessionEndedRequest`.
   *
   * @throws {EmulatorError} `emulator-closed`, `session-not-open`
   */
  end(): Promise<Turn>
  /**
   * Goes back to that moment of the conversation: sends the same request again, with the session and the attributes of
   * then, a new id and a new token. What the customer has on file and has consented to stays as it is.
   *
   * @param turn One of this device's.
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`
   */
  replay(turn: Pick<Turn, 'request'>): Promise<Turn>
}

/** A skill that has just kept Alexa waiting may hang for good: it is told of the end, and not waited for as long again. */
const hungSkillTimeoutMs = 500

type SessionState = Pick<Session, 'new' | 'sessionId' | 'attributes'>

/** @internal */
export interface DeviceParts {
  readonly skill: Skill
  readonly locale: string
  readonly account: Account
  readonly speaker: Speaker | undefined
  readonly timeoutMs: number
  readonly declaredScopes: () => ReadonlySet<string>
  /** Throws when the emulator was closed. */
  readonly envelope: (
    request: DeviceRequest,
    speaker: Speaker | undefined,
    session: SessionState,
    locale: string,
  ) => RequestEnvelope
  readonly watcher: Pick<EmulatorWatcher, 'turnBegun' | 'turnEnded'>
}

/** @internal */
export function createDevice({ account, timeoutMs, declaredScopes, envelope, watcher, ...parts }: DeviceParts): Device {
  let { skill, locale } = parts
  let open: { session: SessionState; userId: string; consentRequest: ConsentRequest | undefined } | undefined
  let speaker = ofAccount(parts.speaker)

  function ofAccount(candidate: Speaker | undefined): Speaker | undefined {
    if (candidate === undefined || candidate.customer === account) return candidate
    throw new EmulatorError('option-invalid', "The speaker must be one of the device's own customer.")
  }

  /** A session ends with the enablement of the skill, too. */
  function stillOpen() {
    return account.skillEnabled && open?.userId === account.userId ? open : undefined
  }

  const firstName = (id: string) => account.speakers.find(({ personId }) => personId === id)?.data.givenName

  async function send(request: DeviceRequest, current: SessionState): Promise<Turn> {
    const sent = envelope(request, speaker, current, locale)
    watcher.turnBegun(sent, account)
    const { userId } = account
    const result = await callSkill(skill, sent, timeoutMs)
    const violations = result.violation
      ? [result.violation]
      : checkResponse(result.answer, { requestType: request.type, hasSession: true, declaredScopes: declaredScopes() })
    const { answer, durationMs } = result
    const turn = createTurn({ request: sent, answer, violations, durationMs, firstName })
    const session = { ...current, new: false, attributes: attributesOf(turn) }
    open = turn.sessionOpen ? { session, userId, consentRequest: turn.consentRequest } : undefined
    if (turn.card?.permissions !== undefined) account.showCard(turn.card.permissions)
    watcher.turnEnded(turn, result.answer)
    if (violations.length > 0 && request.type !== 'SessionEndedRequest') {
      const error = envelope(sessionError(violations[0]), speaker, { ...current, new: false }, locale)
      const hasHung = violations[0]?.rule === 'skill-timeout'
      await callSkill(skill, error, hasHung ? Math.min(hungSkillTimeoutMs, timeoutMs) : timeoutMs)
    }
    return turn
  }

  return {
    customer: account,
    get speaker() {
      return speaker
    },
    set speaker(candidate) {
      speaker = ofAccount(candidate)
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
    say: async (intent, slots = {}) => send(intentRequest(intent, slots), stillOpen()?.session ?? newSession()),
    async answerConsent(answer) {
      const { session, consentRequest } = stillOpen() ?? {}
      if (session === undefined || consentRequest === undefined) {
        throw new EmulatorError('consent-not-pending', 'Call it when the turn before has a consentRequest.')
      }
      const context = { declaredScopes: declaredScopes(), hasSpeaker: speaker !== undefined }
      const request = sessionResumed(consentRequest, answer, context)
      if (request.cause.result?.status === 'ACCEPTED') account.grantByVoice(consentRequest.permissions, speaker)
      return send(request, session)
    },
    async end() {
      const session = stillOpen()?.session
      if (session === undefined) throw new EmulatorError('session-not-open', 'Call open() or say() first.')
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

/** Alexa keeps what this response says and nothing of earlier ones. */
function attributesOf({ response }: Turn): Session['attributes'] {
  return isObject(response?.sessionAttributes) ? structuredClone(response.sessionAttributes) : {}
}
