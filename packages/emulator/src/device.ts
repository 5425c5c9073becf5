import { checkResponse } from './check-response.js'
import { type ConsentAnswer, sessionResumed } from './consent-answer.js'
import type { ConsentRequest } from './consent-request.js'
import type { Account, Customer, Speaker } from './customer.js'
import { EmulatorError } from './emulator-error.js'
import { type DeviceRequest, newSession, type RequestEnvelope, type Session } from './envelope.js'
import { intentRequest } from './intent-request.js'
import { isObject } from './is-object.js'
import { sessionError } from './session-error.js'
import { callSkill, type Skill } from './skill.js'
import { createTurn, type Turn } from './turn.js'

/**
 * An Echo without a screen that talks to one skill. Its methods settle when the skill has answered or `skillTimeoutMs`
 * is over, and never reject for what the skill did: see `violations` of the turn. One turn at a time.
 *
 * When a turn has violations, the session ends, and before the turn is given back the skill gets a
 * `SessionEndedRequest` with the reason `ERROR`, whose answer is ignored.
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
}

type SessionState = Pick<Session, 'new' | 'sessionId' | 'attributes'>

/** @internal */
export interface DeviceParts {
  readonly skill: Skill
  readonly account: Account
  readonly speaker: Speaker | undefined
  readonly timeoutMs: number
  readonly declaredScopes: () => ReadonlySet<string>
  /** Throws when the emulator was closed. */
  readonly envelope: (request: DeviceRequest, speaker: Speaker | undefined, session: SessionState) => RequestEnvelope
}

/** @internal */
export function createDevice({ skill, account, timeoutMs, declaredScopes, envelope, ...parts }: DeviceParts): Device {
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

  async function send(request: DeviceRequest, current: SessionState): Promise<Turn> {
    const sent = envelope(request, speaker, current)
    const { userId } = account
    const result = await callSkill(skill, sent, timeoutMs)
    const violations = result.violation
      ? [result.violation]
      : checkResponse(result.answer, { requestType: request.type, hasSession: true, declaredScopes: declaredScopes() })
    const turn = createTurn({ request: sent, answer: result.answer, violations, durationMs: result.durationMs })
    const session = { ...current, new: false, attributes: attributesOf(turn) }
    open = turn.sessionOpen ? { session, userId, consentRequest: turn.consentRequest } : undefined
    if (turn.card?.permissions !== undefined) account.showCard(turn.card.permissions)
    if (violations.length > 0 && request.type !== 'SessionEndedRequest') {
      await callSkill(skill, envelope(sessionError(violations[0]), speaker, { ...current, new: false }), timeoutMs)
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
  }
}

/** Alexa keeps what this response says and nothing of earlier ones. */
function attributesOf({ response }: Turn): Session['attributes'] {
  return isObject(response?.sessionAttributes) ? structuredClone(response.sessionAttributes) : {}
}
