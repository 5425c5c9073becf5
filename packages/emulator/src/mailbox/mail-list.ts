import { EmulatorError } from '../base/emulator-error.js'
import type { Mail } from './mail.js'

/** The emails of a mailbox. @internal */
export interface MailList {
  add(mail: Omit<Mail, 'id' | 'receivedAt'>): void
  /** Returns a copy, oldest first. */
  all(): readonly Mail[]
  next(timeoutMs: number): Promise<Mail>
  subscribe(listener: (mail: Mail) => void): () => void
  clear(): void
  /** Rejects the calls that still wait for an email. */
  stop(): void
}

interface Entry {
  readonly mail: Mail
  readonly size: number
  taken: boolean
}

interface Waiter {
  take(mail: Mail): void
  giveUp(reason: string): void
}

const maximumMails = 1000
/** In characters. */
const maximumSize = 50 * 1024 * 1024

/** Keeps the latest emails, within limits of number and size. @internal */
export function createMailList(): MailList {
  const waiters = new Set<Waiter>()
  const listeners = new Set<(mail: Mail) => void>()
  let entries: Entry[] = []
  let latestId = 0
  let sizeHeld = 0
  let stopped = false

  return {
    add(received) {
      latestId += 1
      const mail: Mail = { id: latestId, receivedAt: new Date().toISOString(), ...received }
      const [waiter] = waiters
      const size = sizeOf(mail)
      entries.push({ mail, size, taken: waiter !== undefined })
      sizeHeld += size
      while (entries.length > maximumMails || sizeHeld > maximumSize) sizeHeld -= entries.shift()?.size ?? 0
      waiter?.take(mail)
      // An error that a listener throws is not a reason to reject the email.
      for (const listener of listeners) process.nextTick(listener, mail)
    },
    all: () => entries.map(({ mail }) => mail),
    next(timeoutMs) {
      const entry = entries.find(({ taken }) => !taken)
      if (entry) {
        entry.taken = true
        return Promise.resolve(entry.mail)
      }
      return new Promise((resolve, reject) => {
        const waiter: Waiter = {
          take(mail) {
            settle()
            resolve(mail)
          },
          giveUp(reason) {
            settle()
            reject(new EmulatorError('mail-missing', reason))
          },
        }
        const timer = setTimeout(() => waiter.giveUp(`No new email arrived within ${timeoutMs} ms.`), timeoutMs)
        function settle(): void {
          clearTimeout(timer)
          waiters.delete(waiter)
        }
        if (stopped) waiter.giveUp('The mailbox was closed.')
        else waiters.add(waiter)
      })
    },
    subscribe(listener) {
      const subscription = (mail: Mail) => listener(mail)
      listeners.add(subscription)
      return () => void listeners.delete(subscription)
    },
    clear() {
      entries = []
      sizeHeld = 0
    },
    stop() {
      stopped = true
      for (const waiter of waiters) waiter.giveUp('The mailbox was closed.')
    },
  }
}

/** Text may be longer than the source from which it was read. In HTML, for example, `"` has six characters. */
function sizeOf({ source, text = '', html = '' }: Mail): number {
  return source.length + text.length + html.length
}
