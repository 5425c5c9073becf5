import type { ConsoleState } from './console-state.js'

/** What happens in the console, as JSON data: what the page is told of, and `subscribe` too. */
export type ConsoleEvent =
  /** Twice for each turn: when the request goes out, and with an `answer`. */
  | { readonly type: 'turn'; readonly turn: TurnView }
  /** When it begins, when it is answered and when it is over: the latest one with an `id` replaces those before. */
  | { readonly type: 'api-request'; readonly request: ApiRequestView }
  /** A card has reached the Alexa app. */
  | { readonly type: 'card'; readonly turnId: number; readonly card: CardView }
  /** A skill event was acknowledged, or given up. */
  | { readonly type: 'skill-event'; readonly event: SkillEventView }
  | { readonly type: 'mail'; readonly mail: MailView }
  | { readonly type: 'notice'; readonly notice: NoticeView }
  /** Something that stays was changed: data, consent, situations, settings. */
  | { readonly type: 'state'; readonly state: ConsoleState }
  /** The conversation starts over: all turns, requests and events so far are forgotten. */
  | { readonly type: 'cleared' }

/** One request to the skill and, once there is one, its answer. */
export interface TurnView {
  /** Counts from 1. */
  readonly id: number
  /** Whose device. */
  readonly householdId: number
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly request: RequestView
  /** The `id` of the turn whose request was sent again. */
  readonly replayOf?: number
  /** Absent while the skill is at it. */
  readonly answer?: AnswerView
  /** What the skill asked the profile API for, at most 200 of them. */
  readonly apiRequests: readonly ApiRequestView[]
}

export interface RequestView {
  readonly type: string
  readonly locale: string
  /** Of an `IntentRequest`. */
  readonly intent?: string
  readonly slots?: Readonly<Record<string, string>>
  /** Of a `SessionResumedRequest`: `ACCEPTED` and so on, or the status code of a connection that has failed. */
  readonly consent?: string
  /** Of a `SessionEndedRequest`. */
  readonly reason?: string
  /** Whether Alexa knew who speaks. */
  readonly recognized: boolean
}

export interface AnswerView {
  readonly durationMs: number
  readonly speech?: string
  readonly reprompt?: string
  readonly card?: CardView
  /** All of each is in the turn's JSON, and may be large. */
  readonly directives: readonly { readonly type: string }[]
  readonly consentRequest?: readonly PermissionView[]
  readonly sessionOpen: boolean
  readonly violations: readonly ViolationView[]
}

/** A card as the skill gave it. */
export interface CardView {
  readonly type: string
  readonly permissions?: readonly string[]
  readonly [member: string]: unknown
}

export interface PermissionView {
  readonly scope: string
  readonly level: 'customer' | 'speaker'
}

export interface ViolationView {
  readonly rule: string
  readonly message: string
  readonly source?: string
}

export interface ApiRequestView {
  /** Counts from 1. */
  readonly id: number
  /** Absent when it was for no turn: for a skill event, or with a token that is not the emulator's. */
  readonly turnId?: number
  readonly method: string
  readonly path: string
  readonly field?: string
  readonly level?: string
  readonly status?: number
  readonly situation?: string
  readonly requestId: string
  readonly startedAt: number
  readonly durationMs?: number
  readonly closedAfterMs?: number
  readonly token: string
  /** How often this field was asked for in the same turn, this time included. */
  readonly attempt: number
}

export interface SkillEventView {
  readonly id: number
  readonly at: number
  readonly type: string
  readonly requestId: string
  readonly attempts: number
  readonly acknowledged: boolean
  readonly violations: readonly ViolationView[]
  /** Of a permission event. */
  readonly accepted?: readonly string[]
  readonly acceptedBySpeaker?: readonly string[]
}

/** A mail, without its attachments' content; texts over 20,000 characters are cut. */
export interface MailView {
  readonly id: number
  readonly at: number
  readonly deliveredTo: readonly string[]
  readonly from?: string
  readonly subject?: string
  readonly text?: string
  readonly html?: string
  readonly attachments: readonly { readonly fileName?: string; readonly mimeType: string; readonly bytes: number }[]
}

/** Something that whoever runs the console wants the developer to know. */
export interface NoticeView {
  readonly id: number
  readonly at: number
  readonly level: 'error' | 'info'
  readonly title: string
  readonly detail?: string
}

/** Where a page starts from; the events that follow tell the rest. */
export interface ConsoleSnapshot {
  readonly state: ConsoleState
  /** The latest ones, oldest first; earlier ones are fetched. */
  readonly turns: readonly TurnView[]
  readonly apiRequests: readonly ApiRequestView[]
  readonly skillEvents: readonly SkillEventView[]
  readonly mails: readonly MailView[]
  readonly notices: readonly NoticeView[]
}

/** The JSON of one turn, as it went over the wire. */
export interface TurnJson {
  readonly request: unknown
  /** Absent while there is none, and when the skill gave nothing that can be read as JSON. */
  readonly response?: unknown
}

/** A page of earlier turns. */
export interface TurnPage {
  readonly turns: readonly TurnView[]
  /** Whether there are still earlier ones. */
  readonly more: boolean
}
