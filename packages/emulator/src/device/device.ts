import type { Customer, Speaker } from '../customer/customer.js'
import type { Skill } from '../skill/skill.js'
import type { Task } from '../wire/request.js'
import type { ConsentAnswer } from './consent-answer.js'
import type { SlotValues } from './intent.js'
import type { Turn } from './turn.js'

export interface LaunchOptions {
  /** What the customer wants done: the launch is by a task, as of another skill. Default: a plain launch. */
  readonly task?: Task | undefined
}

/**
 * A device that talks to one skill. Its methods settle when the skill has responded or `skillTimeoutMs`
 * is over. They never reject because of what the skill did: see `violations` of the turn. One turn at a time.
 *
 * When a turn has violations, the session ends. Before the method returns, the skill gets a `SessionEndedRequest` with
 * the reason `ERROR`; its response is ignored, and after a timeout the device waits for it 500 ms at most.
 *
 * When a turn has a `consentRequest`, Alexa waits for `answerConsent`. `say` answers it with a yes or a no. A call of `open`, `intent` or `end` drops the question,
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
  /**
   * Such as `de-DE`: the language of the conversation, from the next turn on.
   *
   * @throws {EmulatorError} `option-invalid` when set to something that has not this form.
   */
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
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`, `locale-unsupported`; `option-invalid`, `option-unknown`
   */
  open(options?: LaunchOptions): Promise<Turn>
  /**
   * What the customer says, in the language of the device: an `IntentRequest` for the sample of the interaction model that fits,
   * or a `LaunchRequest` for words that open the skill. Without an open session it starts one, as if the customer had named
   * the skill. In a session, words fill the slot that Alexa asks for, and a yes or no answers what Alexa asks itself.
   * The turn's `understood` tells what Alexa has understood.
   *
   * The same words always have the same result. Nothing is sent anywhere. "Tomorrow" depends on `now` and `timeZone`.
   *
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`, `locale-unsupported`; `interaction-model-missing`;
   * `not-understood`, which names the three nearest samples, if no sample fits and the model has no `AMAZON.FallbackIntent`;
   * `option-invalid` for words that are not a string.
   */
  say(words: string): Promise<Turn>
  /**
   * An `IntentRequest`, in the open session, or else in a new one as after "Alexa, ask … to …".
   *
   * With an interaction model, names are checked, the request has every slot of the intent, and values of the skill's own
   * slot types are resolved. If the model has a dialog for the intent, `dialogState` tells how far it is, slots of the
   * turns before are still filled, and the intents for yes and no confirm what the skill or Alexa has asked to confirm.
   * When the skill delegates, Alexa asks in the words of the model, or sends the completed intent at once if it has
   * nothing to ask; the turn is then that of the completed intent. With automatic delegation, Alexa asks by itself until
   * the intent is complete; those turns have no request.
   *
   * @param slots What the customer said for each slot, by name. Default: nothing.
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`, `locale-unsupported`; `intent-unknown` and `slot-unknown`
   * for names that the interaction model lacks; `option-invalid` for an empty name or a value of the wrong type.
   */
  intent(name: string, slots?: SlotValues): Promise<Turn>
  /**
   * The customer says nothing: Alexa plays the reprompt, listens again, and ends the session with a `SessionEndedRequest`
   * whose reason is `EXCEEDED_MAX_REPROMPTS`. The turn's `speech` is the reprompt. While Alexa asks for consent, this is
   * the same as `answerConsent('silence')`.
   *
   * @throws {EmulatorError} `emulator-closed`, `session-not-open`
   */
  silence(): Promise<Turn>
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
   * @throws {EmulatorError} `emulator-closed`, `skill-disabled`; `option-invalid` for a turn without a request.
   */
  replay(turn: Pick<Turn, 'request'>): Promise<Turn>
}
