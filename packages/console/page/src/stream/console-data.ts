import type {
  ApiRequestView,
  ConsoleEvent,
  ConsoleSnapshot,
  MailView,
  NoticeView,
  SkillEventView,
  TurnPage,
  TurnView,
} from '../../../src/protocol/console-event.js'
import type { ConsoleState } from '../../../src/protocol/console-state.js'

/** Everything that the page shows. Lists contain only the latest items, oldest first, so that a long session stays fast. */
export interface ConsoleData {
  readonly connection: 'connecting' | 'open' | 'lost'
  readonly state: ConsoleState | undefined
  readonly turns: TurnWindow
  readonly apiRequests: readonly ApiRequestView[]
  readonly skillEvents: readonly SkillEventView[]
  readonly mails: readonly MailView[]
  readonly notices: readonly NoticeView[]
}

/** Consecutive turns. */
export interface TurnWindow {
  readonly turns: readonly TurnView[]
  /** Whether earlier turns can be fetched. */
  readonly more: boolean
  /** The number of later turns, which are not shown while the developer looks at earlier turns. */
  readonly later: number
}

export const nothingYet: ConsoleData = {
  connection: 'connecting',
  state: undefined,
  turns: { turns: [], more: false, later: 0 },
  apiRequests: [],
  skillEvents: [],
  mails: [],
  notices: [],
}

const maximumTurns = 150
const maximumOthers = 200

export function withSnapshot(data: ConsoleData, { turns, ...snapshot }: ConsoleSnapshot): ConsoleData {
  return { ...data, ...snapshot, connection: 'open', turns: windowOf(turns) }
}

function windowOf(turns: readonly TurnView[]): TurnWindow {
  return { turns, more: (turns[0]?.id ?? 1) > 1, later: 0 }
}

/** Adds earlier turns at the beginning, and drops the latest turns if there are too many. */
export function withEarlier(data: ConsoleData, page: TurnPage): ConsoleData {
  const all = [...page.turns, ...data.turns.turns]
  const turns = all.slice(0, maximumTurns)
  return { ...data, turns: { turns, more: page.more, later: data.turns.later + all.length - turns.length } }
}

export function withEvent(data: ConsoleData, event: ConsoleEvent): ConsoleData {
  switch (event.type) {
    case 'state':
      return { ...data, state: event.state }
    case 'turn':
      return { ...data, turns: withTurn(data.turns, event.turn) }
    case 'api-request':
      return {
        ...data,
        apiRequests: put(data.apiRequests, event.request, maximumOthers),
        turns: withApiRequest(data.turns, event.request),
      }
    case 'skill-event':
      return { ...data, skillEvents: put(data.skillEvents, event.event, maximumOthers) }
    case 'mail':
      return { ...data, mails: put(data.mails, event.mail, maximumOthers) }
    case 'notice':
      return { ...data, notices: put(data.notices, event.notice, maximumOthers) }
    case 'restored': {
      const { turns, apiRequests, skillEvents } = event
      return { ...data, apiRequests, skillEvents, turns: windowOf(turns) }
    }
    case 'cleared':
      return { ...data, turns: nothingYet.turns, apiRequests: [], skillEvents: [] }
    case 'card':
      return data
  }
}

function withTurn(shown: TurnWindow, turn: TurnView): TurnWindow {
  if (shown.turns.some(({ id }) => id === turn.id)) return { ...shown, turns: put(shown.turns, turn, maximumTurns) }
  // A turn that is not shown was counted when it began.
  if (shown.later > 0) return turn.response ? shown : { ...shown, later: shown.later + 1 }
  const turns = put(shown.turns, turn, maximumTurns)
  return { ...shown, turns, more: shown.more || turns.length <= shown.turns.length }
}

function withApiRequest(shown: TurnWindow, request: ApiRequestView): TurnWindow {
  const index = shown.turns.findLastIndex(({ id }) => id === request.turnId)
  const turn = shown.turns[index]
  if (turn === undefined) return shown
  const turns = shown.turns.with(index, { ...turn, apiRequests: put(turn.apiRequests, request, maximumOthers) })
  return { ...shown, turns }
}

/** Replaces the item with the same id, or adds the item at the end and drops the oldest. */
function put<Item extends { readonly id: number }>(items: readonly Item[], item: Item, maximum: number): Item[] {
  const index = items.findLastIndex(({ id }) => id === item.id)
  if (index >= 0) return items.with(index, item)
  return [...items.slice(Math.max(0, items.length + 1 - maximum)), item]
}
