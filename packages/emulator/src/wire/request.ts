/** Any request of Alexa's. Each type has its own members. */
export interface AlexaRequest {
  readonly type: string
}

export interface LaunchRequest extends AlexaRequest {
  readonly type: 'LaunchRequest'
  /** What the customer wants done, when another skill or a quick link has launched the skill with a task. */
  readonly task?: Task
  /** Whether Alexa expects a result of account linking; it never does here. */
  readonly shouldLinkResultBeReturned?: false
}

/** @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/implement-custom-tasks-in-your-skill.html (read 2026-11-28) */
export interface Task {
  /** `AMAZON.PrintPDF`, or of a custom task the skill's id and its name: `amzn1.ask.skill.table-talk.BookTable`. */
  readonly name: string
  /** Such as `1`. */
  readonly version: string
  readonly input?: { readonly [name: string]: unknown }
}

export type ConfirmationStatus = 'NONE' | 'CONFIRMED' | 'DENIED'

export interface IntentRequest extends AlexaRequest {
  readonly type: 'IntentRequest'
  /** Absent unless the interaction model has a dialog for this intent. */
  readonly dialogState?: 'STARTED' | 'IN_PROGRESS' | 'COMPLETED'
  readonly intent: Intent
}

export interface Intent {
  readonly name: string
  readonly confirmationStatus: ConfirmationStatus
  /** Absent for an intent without slots. */
  readonly slots?: Readonly<Record<string, Slot>>
}

/** A slot. Of one that the customer has not filled there is only `name` and `confirmationStatus`. */
export interface Slot {
  readonly name: string
  /** What the customer said. Absent also when there are several values: see `slotValue`. */
  readonly value?: string
  readonly confirmationStatus: ConfirmationStatus
  readonly source?: 'USER'
  readonly resolutions?: Resolutions
  readonly slotValue?: SimpleSlotValue | { readonly type: 'List'; readonly values: SimpleSlotValue[] }
}

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
    /** Absent without a match. */
    readonly values?: { value: { name: string; id: string } }[]
  }[]
}

export interface SessionEndedRequest extends AlexaRequest {
  readonly type: 'SessionEndedRequest'
  readonly reason: 'USER_INITIATED' | 'EXCEEDED_MAX_REPROMPTS' | 'ERROR'
  /** Says why, when the reason is `ERROR`. */
  readonly error?: {
    readonly type: 'INVALID_RESPONSE' | 'ENDPOINT_TIMEOUT'
    readonly message: string
  }
}

/** The session goes on after Alexa has asked the customer for consent. */
export interface SessionResumedRequest extends AlexaRequest {
  readonly type: 'SessionResumedRequest'
  readonly cause: {
    readonly type: 'ConnectionCompleted'
    /** As the skill gave it. Absent when it gave none. */
    readonly token?: string
    /** Of the connection, not of the consent answer; `200` when there is one. */
    readonly status: { readonly code: string; readonly message: string }
    /** Without a status when the connection failed. */
    readonly result:
      | { readonly status: 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED' | 'REDIRECT_TO_APP' }
      | { readonly version: string; readonly status?: never }
      | null
  }
}

export type DeviceRequest = LaunchRequest | IntentRequest | SessionResumedRequest | SessionEndedRequest

/** What every request has besides its own members. */
export interface RequestBase {
  readonly requestId: string
  readonly timestamp: string
  readonly locale: string
}
