import type { ApiRequest, DeliveredEvent, RequestEnvelope, Turn, TurnOrigin } from '@alexa-profile/emulator'
import type {
  ApiRequestView,
  ConsoleEvent,
  ConsoleSnapshot,
  MailView,
  NoticeView,
  SkillEventView,
  TurnJson,
  TurnPage,
  TurnView,
} from '../protocol/console-event.js'
import { withoutRequest } from '../protocol/console-event.js'
import type { ConsoleMail } from '../protocol/console-mailbox.js'
import { createBoundedList } from './bounded-list.js'
import { mailView, requestView, responseView, skillEventView } from './views.js'

/** What has happened, within limits of memory. `emit` is called with everything as it happens. */
export interface Journal {
  turnBegun(envelope: RequestEnvelope, customerId: number, origin: TurnOrigin, replay: Replay | undefined): void
  turnEnded(turn: Turn, returned: unknown): void
  /** Of this turn, the skill knows nothing: Alexa has asked by itself. */
  turnWithoutRequest(turn: Turn, customerId: number, locale: string): void
  /** Undefined for a turn that was forgotten. */
  idOf(turn: Turn): number | undefined
  apiRequest(request: ApiRequest): void
  skillEvent(event: DeliveredEvent): void
  mail(mail: ConsoleMail): void
  notice(notice: Pick<NoticeView, 'level' | 'title' | 'detail'>): void
  /** Undefined for a turn that never was, or that was forgotten. */
  turn(id: number): TurnView | undefined
  json(id: number): TurnJson | undefined
  before(id: number, count: number): TurnPage
  latest(): Omit<ConsoleSnapshot, 'state'>
  /** Forgets all turns, requests and skill events. @returns Puts them back. */
  clear(): () => void
}

/** Which turn is sent again. */
export interface Replay {
  readonly of: number
  readonly isEdited: boolean
}

interface Entry {
  readonly view: Omit<TurnView, 'apiRequests'>
  readonly apiRequests: Map<number, ApiRequestView>
  readonly request: string
  readonly response?: string
}

const maximumTurns = { items: 10_000, bytes: 64 * 1024 * 1024 }
const maximumOthers = { items: 1000, bytes: 16 * 1024 * 1024 }
const maximumApiRequests = 200
/** The size of an entry besides its JSON, roughly. */
const overheadBytes = 1000

export function createJournal(emit: (event: ConsoleEvent) => void): Journal {
  const turns = createBoundedList<Entry>(maximumTurns)
  const apiRequests = createBoundedList<ApiRequestView>(maximumOthers)
  const skillEvents = createBoundedList<SkillEventView>(maximumOthers)
  const mails = createBoundedList<MailView>(maximumOthers)
  const notices = createBoundedList<NoticeView>(maximumOthers)
  const apiRequestIds = new WeakMap<ApiRequest, number>()
  const idsWithoutRequest = new WeakMap<Turn, number>()
  let turnIds = new Map<string, number>()
  const newId = { turn: counter(), apiRequest: counter(), skillEvent: counter(), mail: counter(), notice: counter() }

  function keepTurn(entry: Entry): void {
    const { request, response = '', apiRequests: made } = entry
    // the view repeats most of the response
    turns.put(entry.view.id, entry, request.length + 2 * response.length + overheadBytes * (1 + made.size))
  }

  function viewOf({ view, apiRequests: made }: Entry): TurnView {
    return { ...view, apiRequests: [...made.values()] }
  }

  function latestOfConversation() {
    return {
      turns: turns.latest(50).map(viewOf),
      apiRequests: apiRequests.latest(100),
      skillEvents: skillEvents.latest(50),
    }
  }

  function idOf(turn: Turn): number | undefined {
    return idsWithoutRequest.get(turn) ?? turnIds.get(turn.request?.request.requestId ?? '')
  }

  return {
    turnWithoutRequest(turn, customerId, locale) {
      const id = newId.turn()
      idsWithoutRequest.set(turn, id)
      const request = { type: withoutRequest, locale, recognized: false }
      const response = responseView(turn)
      const { understood } = turn
      const view = {
        ...{ id, customerId, requestId: '', startedAt: Date.now(), request, response },
        ...(understood && { understood }),
      }
      const entry: Entry = { view, apiRequests: new Map(), request: 'null' }
      keepTurn(entry)
      emit({ type: 'turn', turn: viewOf(entry) })
    },
    turnBegun(envelope, customerId, { understood, isDelegated }, replay) {
      const id = newId.turn()
      const { requestId } = envelope.request
      turnIds.set(requestId, id)
      for (const [oldest] of turnIds) {
        if (turnIds.size <= maximumTurns.items) break
        turnIds.delete(oldest)
      }
      const entry: Entry = {
        view: {
          id,
          customerId,
          requestId,
          startedAt: Date.now(),
          request: requestView(envelope),
          ...(understood && { understood }),
          ...(isDelegated && { isDelegated }),
          ...(replay && { replayOf: replay.of, ...(replay.isEdited && { isEdited: true }) }),
        },
        apiRequests: new Map(),
        request: JSON.stringify(envelope),
      }
      keepTurn(entry)
      emit({ type: 'turn', turn: viewOf(entry) })
    },
    turnEnded(turn, returned) {
      const entry = turns.get(idOf(turn) ?? 0)
      if (entry === undefined) return
      const response: string | undefined = JSON.stringify(returned)
      const done: Entry = {
        ...entry,
        // some of the time may have passed before the skill was called
        view: { ...entry.view, startedAt: Date.now() - turn.durationMs, response: responseView(turn) },
        ...(response !== undefined && { response }),
      }
      keepTurn(done)
      emit({ type: 'turn', turn: viewOf(done) })
      if (turn.card) emit({ type: 'card', turnId: done.view.id, card: turn.card })
    },
    idOf,
    apiRequest(request) {
      const id = apiRequestIds.get(request) ?? newId.apiRequest()
      apiRequestIds.set(request, id)
      const turnId = turnIds.get(request.envelopeRequestId ?? '')
      const entry = turnId === undefined ? undefined : turns.get(turnId)
      const { customerId: _customer, envelopeRequestId: _envelope, ...shown } = request
      const view: ApiRequestView = {
        ...shown,
        id,
        ...(entry && { turnId: entry.view.id }),
        attempt: entry?.apiRequests.get(id)?.attempt ?? attemptOf(request, entry),
      }
      apiRequests.put(id, view, overheadBytes)
      if (apiRequests.get(id) === undefined) return
      if (entry && (entry.apiRequests.has(id) || entry.apiRequests.size < maximumApiRequests)) {
        entry.apiRequests.set(id, view)
        keepTurn(entry)
      }
      emit({ type: 'api-request', request: view })
    },
    skillEvent(event) {
      const view = skillEventView(newId.skillEvent(), event)
      skillEvents.put(view.id, view, overheadBytes)
      emit({ type: 'skill-event', event: view })
    },
    mail(mail) {
      const view = mailView(newId.mail(), mail)
      mails.put(view.id, view, JSON.stringify(view).length)
      emit({ type: 'mail', mail: view })
    },
    notice({ level, title, detail }) {
      const id = newId.notice()
      const notice = { id, at: Date.now(), level, title, ...(detail !== undefined && { detail }) }
      notices.put(id, notice, overheadBytes + (detail?.length ?? 0))
      emit({ type: 'notice', notice })
    },
    turn(id) {
      const entry = turns.get(id)
      return entry && viewOf(entry)
    },
    json(id) {
      const entry = turns.get(id)
      if (entry === undefined) return undefined
      const { request, response } = entry
      return { request: JSON.parse(request), ...(response !== undefined && { response: JSON.parse(response) }) }
    },
    before(id, count) {
      const page = turns.before(id, count)
      return { turns: page.map(viewOf), more: (turns.oldestId() ?? id) < (page[0]?.view.id ?? id) }
    },
    latest: () => ({
      ...latestOfConversation(),
      mails: mails.latest(50),
      notices: notices.latest(20),
    }),
    clear() {
      const restorers = [turns, apiRequests, skillEvents].map((list) => list.clear())
      const turnIdsBefore = turnIds
      turnIds = new Map()
      emit({ type: 'cleared' })
      return () => {
        for (const restore of restorers) restore()
        turnIds = new Map([...turnIdsBefore, ...turnIds])
        emit({ type: 'restored', ...latestOfConversation() })
      }
    },
  }
}

function attemptOf({ field, level }: ApiRequest, entry: Entry | undefined): number {
  if (field === undefined) return 1
  const same = [...(entry?.apiRequests.values() ?? [])].filter(
    (other) => other.field === field && other.level === level,
  )
  return same.length + 1
}

function counter(): () => number {
  let latest = 0
  return () => {
    latest += 1
    return latest
  }
}
