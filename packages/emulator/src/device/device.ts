import type { Customer, Speaker } from '../customer/customer.js'
import type { Skill } from '../skill/skill.js'
import type { ConsentAnswer } from './consent-answer.js'
import type { Turn } from './turn.js'

/**
 * An Echo without a screen that talks to one skill. Its methods settle when the skill has responded or `skillTimeoutMs`
 * is over. They never reject because of what the skill did: see `violations` of the turn. One turn at a time.
 *
 * When a turn has violations, the session ends. Before the method returns, the skill gets a `SessionEndedRequest` with
 * the reason `ERROR`; its response is ignored, and after a timeout the device waits for it 500 ms at most.
 *
 * When a turn has a `consentRequest`, Alexa waits for `answerConsent`. A call of `open`, `intent` or `end` drops the question,
 * and nothing is granted. What the real Alexa does then is not documented.
 */
export interface Device {
  readonly customer: Customer
  /**
   * Who talks, from the next turn on; undefined when Alexa does not recognize the voice.
   *
   * @throws {EmulatorError} `option-invalid` when set to a speaker of another customer.
   */
  speaker: Speaker | undefined
  /** Such as `de-DE`: the language of the conversation, from the next turn on. */
  locale: string
  /**
   * What it talks to, from the next turn on: the session goes on with another skill, as after a deployment.
   *
   * @throws {EmulatorError} `option-invalid` when it is neither a function nor an http(s) URL.
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
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`; `option-invalid` for an empty name or a value that is not
   * a string.
   */
  intent(name: string, slots?: Readonly<Record<string, string>>): Promise<Turn>
  /**
   * Answers Alexa's question for consent: a `SessionResumedRequest` in the same session. `accept` first grants what is
   * asked: at the level `ACCOUNT` for the customer, at `PERSON` for `speaker`. Without a speaker, or for a scope that the
   * manifest does not declare, the connection fails with every consent answer, and nothing is granted.
   *
   * @throws {EmulatorError} `emulator-closed`; `consent-not-pending` when the last turn had no `consentRequest`;
   * `option-invalid` for an unknown consent answer.
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
