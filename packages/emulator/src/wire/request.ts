/** Any request from Alexa. Each type has its own members. */
export interface AlexaRequest {
  readonly type: string
}

/** The request for "Alexa, open …". */
export interface LaunchRequest extends AlexaRequest {
  readonly type: 'LaunchRequest'
  /** The task with which another skill or a quick link has launched the skill. */
  readonly task?: Task
  /** Whether Alexa expects a result of account linking. Always false in the emulator. */
  readonly shouldLinkResultBeReturned?: false
}

/**
 * A task with which a skill is launched.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/implement-custom-tasks-in-your-skill.html (read 2026-11-28)
 */
export interface Task {
  /**
   * The task: `AMAZON.PrintPDF`, or the skill's id and the name of a custom task:
   * `amzn1.ask.skill.table-talk.BookTable`.
   */
  readonly name: string
  /** The version of the task, such as `1`. */
  readonly version: string
  readonly input?: { readonly [name: string]: unknown }
}

/** Whether the customer has confirmed a slot or an intent. */
export type ConfirmationStatus = 'NONE' | 'CONFIRMED' | 'DENIED'

/** The request for an utterance that matches an intent. */
export interface IntentRequest extends AlexaRequest {
  readonly type: 'IntentRequest'
  /** The state of the dialog; absent unless the interaction model has a dialog for this intent. */
  readonly dialogState?: 'STARTED' | 'IN_PROGRESS' | 'COMPLETED'
  readonly intent: Intent
}

/** The intent of an `IntentRequest`. */
export interface Intent {
  readonly name: string
  readonly confirmationStatus: ConfirmationStatus
  /** The slots; absent for an intent without slots. */
  readonly slots?: Readonly<Record<string, Slot>>
}

/** A slot. If the customer has not filled it, it has only `name` and `confirmationStatus`. */
export interface Slot {
  readonly name: string
  /** What the customer said. Also absent if there are several values, which are in `slotValue`. */
  readonly value?: string
  readonly confirmationStatus: ConfirmationStatus
  readonly source?: 'USER'
  readonly resolutions?: Resolutions
  readonly slotValue?: SimpleSlotValue | { readonly type: 'List'; readonly values: SimpleSlotValue[] }
}

/** One spoken value of a slot. */
export interface SimpleSlotValue {
  readonly type: 'Simple'
  readonly value: string
  readonly resolutions?: Resolutions
}

/** The values of a slot type that a spoken value stands for. */
export interface Resolutions {
  readonly resolutionsPerAuthority: {
    readonly authority: string
    readonly status: { readonly code: 'ER_SUCCESS_MATCH' | 'ER_SUCCESS_NO_MATCH' }
    /** Absent if no value matches. */
    readonly values?: { value: { name: string; id: string } }[]
  }[]
}

/** The request for the end of a session. */
export interface SessionEndedRequest extends AlexaRequest {
  readonly type: 'SessionEndedRequest'
  readonly reason: 'USER_INITIATED' | 'EXCEEDED_MAX_REPROMPTS' | 'ERROR'
  /** The error, if the reason is `ERROR`. */
  readonly error?: {
    readonly type: 'INVALID_RESPONSE' | 'ENDPOINT_TIMEOUT'
    readonly message: string
  }
}

/** The request that continues the session after Alexa has asked the customer for consent. */
export interface SessionResumedRequest extends AlexaRequest {
  readonly type: 'SessionResumedRequest'
  readonly cause: {
    readonly type: 'ConnectionCompleted'
    /** The token that the skill sent. Absent if it sent none. */
    readonly token?: string
    /** The status of the connection, not of the consent answer. `200` if there is a consent answer. */
    readonly status: { readonly code: string; readonly message: string }
    /** Has no status if the connection failed. */
    readonly result:
      | { readonly status: 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED' | 'REDIRECT_TO_APP' }
      | { readonly version: string; readonly status?: never }
      | null
  }
}

/** A request that a device sends. */
export type DeviceRequest = LaunchRequest | IntentRequest | SessionResumedRequest | SessionEndedRequest

/** The members that every request has. */
export interface RequestBase {
  readonly requestId: string
  readonly timestamp: string
  readonly locale: string
}
