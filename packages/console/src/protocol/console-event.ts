import type {
  ApiRequest,
  DeliveredEvent,
  Directive,
  IntentRequest,
  ResponseCard,
  SlotValues,
  Turn,
  Understood,
} from '@alexa-profile/emulator'
import type { ConsoleMail } from './console-mailbox.js'
import type { ConsoleState } from './console-state.js'

/** Something that happened in the console, as JSON data for the page and for `subscribe`. */
export type ConsoleEvent =
  /** Sent twice for each turn: when the request is sent, and with a `response`. */
  | { readonly type: 'turn'; readonly turn: TurnView }
  /** Sent when a request begins, gets its response and is over. The latest event with an `id` replaces earlier ones. */
  | { readonly type: 'api-request'; readonly request: ApiRequestView }
  /** A card has reached the Alexa app. */
  | { readonly type: 'card'; readonly turnId: number; readonly card: ResponseCard }
  /** The skill has acknowledged a skill event, or does not subscribe to it, or the emulator has given it up. */
  | { readonly type: 'skill-event'; readonly event: SkillEventView }
  | { readonly type: 'mail'; readonly mail: MailView }
  | { readonly type: 'notice'; readonly notice: NoticeView }
  /** The state has changed: data, consent, situations or settings. */
  | { readonly type: 'state'; readonly state: ConsoleState }
  /** The conversation starts over. All earlier turns, requests and skill events are removed. */
  | { readonly type: 'cleared' }
  /** *Start over* was undone, which restores these. */
  | ({ readonly type: 'restored' } & Pick<ConsoleSnapshot, 'turns' | 'apiRequests' | 'skillEvents'>)

/** One exchange with the customer. */
export interface TurnView {
  /** The id, counted from 1. */
  readonly id: number
  /** The customer whose device it is: `ConsoleState['customers'][number]['id']`. */
  readonly customerId: number
  readonly requestId: string
  /** The time, in milliseconds since 1970. */
  readonly startedAt: number
  readonly request: RequestView
  /** What Alexa has understood. Absent unless the customer said words. */
  readonly understood?: Understood
  /**
   * Whether the device sent this without the customer, because the skill has delegated a dialog and nothing was left to
   * ask.
   */
  readonly isDelegated?: true
  /** The `id` of the turn whose request was sent again. */
  readonly replayOf?: number
  /** Whether the request was changed before it was sent again. */
  readonly isEdited?: true
  /** The response; absent until the turn has ended. */
  readonly response?: ResponseView
  /** The requests to Alexa's APIs, at most 200. */
  readonly apiRequests: readonly ApiRequestView[]
}

/** The type in the request view of a turn without a request, because Alexa asked the question itself. */
export const withoutRequest = 'NoRequest'

/** The part of a request that the page shows. The turn's JSON contains the whole request. */
export interface RequestView {
  readonly type: string
  readonly locale: string
  /** The intent of an `IntentRequest`. */
  readonly intent?: string
  /** The slots with a value. */
  readonly slots?: SlotValues
  /** The resolved values in the interaction model, by slot. */
  readonly resolved?: Readonly<Record<string, string>>
  /** The confirmation of slots that Alexa asked the customer to confirm. */
  readonly confirmed?: Readonly<Record<string, 'CONFIRMED' | 'DENIED'>>
  /** The state of a dialog. Absent for an intent without a dialog. */
  readonly dialogState?: NonNullable<IntentRequest['dialogState']>
  /** The confirmation of an intent that Alexa asked the customer to confirm. */
  readonly confirmation?: 'CONFIRMED' | 'DENIED'
  /**
   * The consent answer of a `SessionResumedRequest`: `ACCEPTED` and so on, or the status code of a connection that has
   * failed.
   */
  readonly consent?: string
  /** The reason of a `SessionEndedRequest`. */
  readonly reason?: string
  /** Whether Alexa has recognized the speaker. */
  readonly recognized: boolean
}

/** The part of a response that the page shows. The turn's JSON contains the whole response. */
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
  /** Whether the speech is a prompt of the interaction model, because the skill has delegated the dialog to Alexa. */
  readonly isPrompt: boolean
  readonly consentRequest: Pick<NonNullable<Turn['consentRequest']>, 'permissions'> | undefined
}

/** A request to Alexa's APIs, as the page shows it. */
export interface ApiRequestView extends Omit<ApiRequest, 'customerId' | 'envelopeRequestId'> {
  /** The id, counted from 1. */
  readonly id: number
  /**
   * The turn; absent for a request that belongs to no turn, such as one for a skill event or with a token that the
   * emulator did not issue.
   */
  readonly turnId?: number
  /**
   * The number of times that the skill has requested this field in the same turn, including this request. 1 for other
   * requests.
   */
  readonly attempt: number
}

/** A skill event, as the page shows it. */
export interface SkillEventView
  extends Pick<DeliveredEvent, 'subscribed' | 'attempts' | 'acknowledged' | 'violations'> {
  readonly id: number
  /** The time, in milliseconds since 1970. */
  readonly at: number
  readonly type: string
  readonly requestId: string
  /** The scopes of a permission event. */
  readonly accepted?: readonly string[]
  readonly acceptedBySpeaker?: readonly string[]
}

/** An email. Texts are cut after 20,000 characters. */
export interface MailView extends ConsoleMail {
  readonly id: number
}

/** A notice for the developer. */
export interface NoticeView {
  readonly id: number
  /** The time, in milliseconds since 1970. */
  readonly at: number
  readonly level: 'error' | 'info'
  readonly title: string
  readonly detail?: string
}

/** The data with which a page starts. Events follow. */
export interface ConsoleSnapshot {
  readonly state: ConsoleState
  /** The latest turns, oldest first. The page fetches earlier turns. */
  readonly turns: readonly TurnView[]
  readonly apiRequests: readonly ApiRequestView[]
  readonly skillEvents: readonly SkillEventView[]
  readonly mails: readonly MailView[]
  readonly notices: readonly NoticeView[]
}

/** The JSON of one turn, as it went over the wire. */
export interface TurnJson {
  readonly request: unknown
  /** The response; absent until there is one, and if the skill returned nothing that is valid JSON. */
  readonly response?: unknown
}

/** A page of earlier turns. */
export interface TurnPage {
  readonly turns: readonly TurnView[]
  /** Whether there are earlier turns. */
  readonly more: boolean
}
