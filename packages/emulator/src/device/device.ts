import type { Customer, Speaker } from '../customer/customer.js'
import type { Skill } from '../skill/skill.js'
import type { Task } from '../wire/request.js'
import type { ConsentAnswer } from './consent-answer.js'
import type { SlotValues } from './intent.js'
import type { Turn } from './turn.js'

/** Options of `device.open()`. */
export interface LaunchOptions {
  /** Launches the skill with a task, as another skill can. Default: a launch without a task. */
  readonly task?: Task | undefined
}

/**
 * A device that talks to one skill. Its methods settle when the skill has responded or after `skillTimeoutMs`. They
 * never reject because of the skill: see `violations` of the turn. Take one turn at a time.
 *
 * If a turn has violations, the session ends. Before the method returns, the skill gets a `SessionEndedRequest` with
 * the reason `ERROR`. Its response is ignored. After a timeout, the device waits for it for at most 500 ms.
 *
 * If a turn has a `consentRequest`, Alexa waits for `answerConsent`. `say` can also answer, with a yes or a no. A call
 * of `open`, `intent` or `end` drops the question, and nothing is granted. Amazon does not document what the real Alexa
 * does then.
 */
export interface Device {
  readonly customer: Customer
  /**
   * The recognized speaker from the next turn on. Undefined if Alexa does not recognize the voice.
   *
   * @throws {EmulatorError} `option-invalid` when set to a speaker of another customer.
   */
  speaker: Speaker | undefined
  /**
   * The language of the conversation from the next turn on, such as `de-DE`.
   *
   * @throws {EmulatorError} `option-invalid` when set to a value that does not look like `de-DE`.
   */
  locale: string
  /**
   * The skill from the next turn on. The session goes on with the new skill, as after a deployment.
   *
   * @throws {EmulatorError} `option-invalid` when set to a value that is neither a function nor an http(s) URL.
   */
  skill: Skill
  readonly sessionOpen: boolean
  /**
   * Opens the skill, as with "Alexa, open …". It sends a `LaunchRequest` in a new session. An open session is dropped.
   *
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`, `locale-unsupported`; `option-invalid`,
   * `option-unknown`
   */
  open(options?: LaunchOptions): Promise<Turn>
  /**
   * Says words in the language of the device. It sends an `IntentRequest` for the sample of the interaction model that
   * matches, or a `LaunchRequest` for words that open the skill. Without an open session, it starts a session as if the
   * customer had named the skill. In a session, words fill the slot that Alexa asks for, and a yes or no answers a
   * question that Alexa asks itself. The turn's `understood` contains what Alexa has understood.
   *
   * The same words always have the same result, and no other service is called. "Tomorrow" depends on `now` and
   * `timeZone`.
   *
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`, `locale-unsupported`; `interaction-model-missing`;
   * `not-understood`, which names the three nearest samples, if no sample matches and the model has no
   * `AMAZON.FallbackIntent`; `option-invalid` for words that are not a string.
   */
  say(words: string): Promise<Turn>
  /**
   * Sends an `IntentRequest` in the open session, or else in a new session as after "Alexa, ask … to …".
   *
   * With an interaction model, names are checked, the request contains every slot of the intent, and values of the
   * skill's own slot types are resolved. If the model has a dialog for the intent, `dialogState` shows its progress,
   * slots of earlier turns are still filled, and the intents for yes and no confirm what the skill or Alexa has asked.
   * If the skill delegates, Alexa asks with the prompts of the model, or sends the completed intent at once if it has
   * nothing to ask. The turn is then that of the completed intent. With automatic delegation, Alexa asks
   * until the intent is complete. Those turns have no request.
   *
   * @param slots What the customer said for each slot, by name. Default: nothing.
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`, `locale-unsupported`; `intent-unknown` and
   * `slot-unknown` for names that the interaction model lacks; `option-invalid` for an empty name or a value of the
   * wrong type.
   */
  intent(name: string, slots?: SlotValues): Promise<Turn>
  /**
   * Lets the customer say nothing. Alexa plays the reprompt, listens again, and ends the session with a
   * `SessionEndedRequest` with the reason `EXCEEDED_MAX_REPROMPTS`. The turn's `speech` is the reprompt. While Alexa
   * asks for consent, this is the same as `answerConsent('silence')`.
   *
   * @throws {EmulatorError} `emulator-closed`, `session-not-open`
   */
  silence(): Promise<Turn>
  /**
   * Answers Alexa's question for consent with a `SessionResumedRequest` in the same session. `accept` first grants the
   * requested permissions: at the level `ACCOUNT` for the customer, and at `PERSON` for `speaker`. If a permission at
   * `PERSON` has no speaker, or the manifest does not declare a scope, the connection fails with every consent answer,
   * and nothing is granted.
   *
   * @throws {EmulatorError} `emulator-closed`; `consent-not-pending` if the last turn had no `consentRequest`;
   * `option-invalid` for an unknown consent answer.
   */
  answerConsent(answer: ConsentAnswer): Promise<Turn>
  /**
   * Ends the session with a `SessionEndedRequest`, as with "Alexa, exit".
   *
   * @throws {EmulatorError} `emulator-closed`, `session-not-open`
   */
  end(): Promise<Turn>
  /**
   * Sends an earlier request again, with the session and the attributes of that moment, a new id and a new token. The
   * customer's data and consent stay as they are.
   *
   * @param turn A turn of this device.
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`; `option-invalid` for a turn without a request.
   */
  replay(turn: Pick<Turn, 'request'>): Promise<Turn>
}
