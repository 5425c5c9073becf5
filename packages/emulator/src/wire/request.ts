/** Any request of Alexa's. Each type has its own members. */
export interface AlexaRequest {
  readonly type: string
}

export interface LaunchRequest extends AlexaRequest {
  readonly type: 'LaunchRequest'
}

export interface IntentRequest extends AlexaRequest {
  readonly type: 'IntentRequest'
  /** Always this: a device carries on no dialog for the skill. */
  readonly dialogState: 'COMPLETED'
  readonly intent: {
    readonly name: string
    readonly confirmationStatus: 'NONE'
    readonly slots: Record<string, { name: string; value: string; confirmationStatus: 'NONE'; source: 'USER' }>
  }
}

export interface SessionEndedRequest extends AlexaRequest {
  readonly type: 'SessionEndedRequest'
  readonly reason: 'USER_INITIATED' | 'ERROR'
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
