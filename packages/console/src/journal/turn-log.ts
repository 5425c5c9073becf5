import type { ApiRequest, RequestEnvelope, Turn, TurnOrigin } from '@alexa-profile/emulator'
import type { ApiRequestView, ConsoleEvent, TurnJson, TurnPage, TurnView } from '../protocol/console-event.js'
import { withoutRequest } from '../protocol/console-event.js'
import { createBoundedList } from './bounded-list.js'
import { counter } from './counter.js'
import { requestView, responseView } from './views.js'

/** The turns of a journal, within limits of memory. */
export interface TurnLog {
  begun(envelope: RequestEnvelope, customerId: number, origin: TurnOrigin, replay: Replay | undefined): void
  ended(turn: Turn, returned: unknown): void
  /** Adds a turn without a request to the skill, because Alexa asked the question itself. */
  withoutRequest(turn: Turn, customerId: number, locale: string): void
  /** Returns the id of a turn, or undefined for a turn that is no longer stored. */
  idOf(turn: Turn): number | undefined
  /** Returns the turn that a request to Alexa's APIs belongs to, and the number of the attempt in that turn. */
  placeOf(request: ApiRequest, id: number): { readonly turnId: number | undefined; readonly attempt: number }
  /** Adds a request to Alexa's APIs to the turn that it names. */
  addApiRequest(view: ApiRequestView): void
  /** Returns a turn, or undefined for a turn that does not exist or is no longer stored. */
  turn(id: number): TurnView | undefined
  json(id: number): TurnJson | undefined
  before(id: number, count: number): TurnPage
  latest(count: number): readonly TurnView[]
  /** Removes all turns. @returns A function that restores them. */
  clear(): () => void
}

/** The turn that is sent again. */
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
const maximumApiRequests = 200
/** The approximate size of an entry in addition to its JSON. */
export const overheadBytes = 1000

export function createTurnLog(emit: (event: ConsoleEvent) => void): TurnLog {
  const turns = createBoundedList<Entry>(maximumTurns)
  const idsWithoutRequest = new WeakMap<Turn, number>()
  const newId = counter()
  let idsByRequest = new Map<string, number>()

  function keep(entry: Entry): void {
    const { request, response = '', apiRequests: made } = entry
    // The view repeats most of the response.
    turns.put(entry.view.id, entry, request.length + 2 * response.length + overheadBytes * (1 + made.size))
  }

  function show(entry: Entry): void {
    keep(entry)
    emit({ type: 'turn', turn: viewOf(entry) })
  }

  const idOf = (turn: Turn) => idsWithoutRequest.get(turn) ?? idsByRequest.get(turn.request?.request.requestId ?? '')

  return {
    withoutRequest(turn, customerId, locale) {
      const id = newId()
      idsWithoutRequest.set(turn, id)
      const request = { type: withoutRequest, locale, recognized: false }
      const { understood } = turn
      const view = {
        ...{ id, customerId, requestId: '', startedAt: Date.now(), request, response: responseView(turn) },
        ...(understood && { understood }),
      }
      show({ view, apiRequests: new Map(), request: 'null' })
    },
    begun(envelope, customerId, { understood, isDelegated }, replay) {
      const id = newId()
      const { requestId } = envelope.request
      idsByRequest.set(requestId, id)
      for (const [oldest] of idsByRequest) {
        if (idsByRequest.size <= maximumTurns.items) break
        idsByRequest.delete(oldest)
      }
      const view: Entry['view'] = {
        ...{ id, customerId, requestId, startedAt: Date.now(), request: requestView(envelope) },
        ...(understood && { understood }),
        ...(isDelegated && { isDelegated }),
        ...(replay && { replayOf: replay.of, ...(replay.isEdited && { isEdited: true as const }) }),
      }
      show({ view, apiRequests: new Map(), request: JSON.stringify(envelope) })
    },
    ended(turn, returned) {
      const entry = turns.get(idOf(turn) ?? 0)
      if (entry === undefined) return
      const response: string | undefined = JSON.stringify(returned)
      // Some of the time may have passed before the skill was called.
      const view = { ...entry.view, startedAt: Date.now() - turn.durationMs, response: responseView(turn) }
      show({ ...entry, view, ...(response !== undefined && { response }) })
      if (turn.card) emit({ type: 'card', turnId: view.id, card: turn.card })
    },
    idOf,
    placeOf(request, id) {
      const turnId = idsByRequest.get(request.envelopeRequestId ?? '')
      const entry = turnId === undefined ? undefined : turns.get(turnId)
      return { turnId: entry?.view.id, attempt: entry?.apiRequests.get(id)?.attempt ?? attemptOf(request, entry) }
    },
    addApiRequest(view) {
      const entry = turns.get(view.turnId ?? 0)
      if (entry === undefined || (!entry.apiRequests.has(view.id) && entry.apiRequests.size >= maximumApiRequests))
        return
      entry.apiRequests.set(view.id, view)
      keep(entry)
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
    latest: (count) => turns.latest(count).map(viewOf),
    clear() {
      const restore = turns.clear()
      const before = idsByRequest
      idsByRequest = new Map()
      return () => {
        restore()
        idsByRequest = new Map([...before, ...idsByRequest])
      }
    },
  }
}

function viewOf({ view, apiRequests: made }: Entry): TurnView {
  return { ...view, apiRequests: [...made.values()] }
}

function attemptOf({ field, level }: ApiRequest, entry: Entry | undefined): number {
  if (field === undefined) return 1
  const same = [...(entry?.apiRequests.values() ?? [])].filter(
    (other) => other.field === field && other.level === level,
  )
  return same.length + 1
}
