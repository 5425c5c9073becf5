import type { ApiRequest, DeliveredEvent } from '@alexa-profile/emulator'
import type {
  ApiRequestView,
  ConsoleEvent,
  ConsoleSnapshot,
  MailView,
  NoticeView,
  SkillEventView,
} from '../protocol/console-event.js'
import type { ConsoleMail } from '../protocol/console-mailbox.js'
import { createBoundedList } from './bounded-list.js'
import { counter } from './counter.js'
import { createTurnLog, overheadBytes, type TurnLog } from './turn-log.js'
import { mailView, skillEventView } from './views.js'

/** Stores what has happened, within limits of memory. `emit` is called with everything as it happens. */
export interface Journal {
  readonly turns: Pick<TurnLog, 'begun' | 'ended' | 'withoutRequest' | 'idOf' | 'turn' | 'json' | 'before'>
  apiRequest(request: ApiRequest): void
  skillEvent(event: DeliveredEvent): void
  mail(mail: ConsoleMail): void
  notice(notice: Pick<NoticeView, 'level' | 'title' | 'detail'>): void
  latest(): Omit<ConsoleSnapshot, 'state'>
  /** Removes all turns, requests and skill events. @returns A function that restores them. */
  clear(): () => void
}

const maximumOthers = { items: 1000, bytes: 16 * 1024 * 1024 }

export function createJournal(emit: (event: ConsoleEvent) => void): Journal {
  const turns = createTurnLog(emit)
  const apiRequests = createBoundedList<ApiRequestView>(maximumOthers)
  const skillEvents = createBoundedList<SkillEventView>(maximumOthers)
  const mails = createBoundedList<MailView>(maximumOthers)
  const notices = createBoundedList<NoticeView>(maximumOthers)
  const apiRequestIds = new WeakMap<ApiRequest, number>()
  const newId = { apiRequest: counter(), skillEvent: counter(), mail: counter(), notice: counter() }

  function latestOfConversation() {
    return {
      turns: turns.latest(50),
      apiRequests: apiRequests.latest(100),
      skillEvents: skillEvents.latest(50),
    }
  }

  return {
    turns,
    apiRequest(request) {
      const id = apiRequestIds.get(request) ?? newId.apiRequest()
      apiRequestIds.set(request, id)
      const { customerId: _customer, envelopeRequestId: _envelope, ...shown } = request
      const { turnId, attempt } = turns.placeOf(request, id)
      const view: ApiRequestView = { ...shown, id, ...(turnId !== undefined && { turnId }), attempt }
      apiRequests.put(id, view, overheadBytes)
      if (apiRequests.get(id) === undefined) return
      turns.addApiRequest(view)
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
    latest: () => ({
      ...latestOfConversation(),
      mails: mails.latest(50),
      notices: notices.latest(20),
    }),
    clear() {
      const restorers = [turns, apiRequests, skillEvents].map((list) => list.clear())
      emit({ type: 'cleared' })
      return () => {
        for (const restore of restorers) restore()
        emit({ type: 'restored', ...latestOfConversation() })
      }
    },
  }
}
