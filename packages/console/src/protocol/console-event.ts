import type { ApiRequest, DeliveredEvent, Directive, ResponseCard, Turn } from '@alexa-profile/emulator'
import type { ConsoleMail } from './console-mailbox.js'
import type { ConsoleState } from './console-state.js'

/** What happens in the console, as JSON data: for the page, and for `subscribe`. */
export type ConsoleEvent =
  /** Twice for each turn: when the request goes out, and with a `response`. */
  | { readonly type: 'turn'; readonly turn: TurnView }
  /** When it begins, when it is responded to and when it is over. The latest one with an `id` replaces those before. */
  | { readonly type: 'api-request'; readonly request: ApiRequestView }
  /** A card has reached the Alexa app. */
  | { readonly type: 'card'; readonly turnId: number; readonly card: ResponseCard }
  /** The skill has acknowledged a skill event, or does not subscribe to it, or the emulator has given it up. */
  | { readonly type: 'skill-event'; readonly event: SkillEventView }
  | { readonly type: 'mail'; readonly mail: MailView }
  | { readonly type: 'notice'; readonly notice: NoticeView }
  /** Something that stays has changed: data, consent, situations, settings. */
  | { readonly type: 'state'; readonly state: ConsoleState }
  /** The conversation starts over: all turns, requests and skill events so far are gone. */
  | { readonly type: 'cleared' }
  /** Starting over was undone: these are back. */
  | ({ readonly type: 'restored' } & Pick<ConsoleSnapshot, 'turns' | 'apiRequests' | 'skillEvents'>)

/** One exchange with the customer. */
export interface TurnView {
  /** Counts from 1. */
  readonly id: number
  /** The customer whose device it is: `ConsoleState['customers'][number]['id']`. */
  readonly customerId: number
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly request: RequestView
  /** The `id` of the turn whose request was sent again. */
  readonly replayOf?: number
  /** Absent until the turn has ended. */
  readonly response?: ResponseView
  /** At most 200 of them. */
  readonly apiRequests: readonly ApiRequestView[]
}

/** The type of the request view of a turn that has no request: Alexa has asked by itself. */
export const withoutRequest = 'NoRequest'

/** What the page shows of a request. All of it is in the turn's JSON. */
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
  /** Whether Alexa has recognized who speaks. */
  readonly recognized: boolean
}

/** What the page shows of a response. All of it is in the turn's JSON. */
export interface ResponseView
  extends Pick<
    Turn,
    | 'speech'
    | 'reprompt'
    | 'card'
    | 'sessionOpen'
    | 'violations'
    | 'progressiveResponses'
    | 'notEmulated'
    | 'durationMs'
  > {
  readonly directives: readonly Pick<Directive, 'type'>[]
  readonly consentRequest: Pick<NonNullable<Turn['consentRequest']>, 'permissions'> | undefined
}

export interface ApiRequestView extends Omit<ApiRequest, 'customerId' | 'envelopeRequestId'> {
  /** Counts from 1. */
  readonly id: number
  /** Absent when it belongs to no turn: for a skill event, or with a token that is not the emulator's. */
  readonly turnId?: number
  /** How often the skill has requested this field in the same turn, this time included. 1 for what is not a field. */
  readonly attempt: number
}

export interface SkillEventView
  extends Pick<DeliveredEvent, 'subscribed' | 'attempts' | 'acknowledged' | 'violations'> {
  readonly id: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly type: string
  readonly requestId: string
  /** Of a permission event: the scopes. */
  readonly accepted?: readonly string[]
  readonly acceptedBySpeaker?: readonly string[]
}

/** A mail. Texts over 20,000 characters are cut. */
export interface MailView extends ConsoleMail {
  readonly id: number
}

/** Something for the developer to know. */
export interface NoticeView {
  readonly id: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly level: 'error' | 'info'
  readonly title: string
  readonly detail?: string
}

/** What a page starts from; events follow. */
export interface ConsoleSnapshot {
  readonly state: ConsoleState
  /** The latest ones, oldest first; the page fetches earlier ones. */
  readonly turns: readonly TurnView[]
  readonly apiRequests: readonly ApiRequestView[]
  readonly skillEvents: readonly SkillEventView[]
  readonly mails: readonly MailView[]
  readonly notices: readonly NoticeView[]
}

/** The JSON of one turn, as it went over the wire. */
export interface TurnJson {
  readonly request: unknown
  /** Absent until there is one, and when the skill returned nothing that can be read as JSON. */
  readonly response?: unknown
}

/** A page of earlier turns. */
export interface TurnPage {
  readonly turns: readonly TurnView[]
  /** Whether there are still earlier ones. */
  readonly more: boolean
}
