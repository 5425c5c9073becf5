import { EmulatorError } from '../base/emulator-error.js'
import type { Mail } from './mail.js'

/** @internal */
export interface MailList {
  add(mail: Omit<Mail, 'id' | 'receivedAt'>, bytes: number): void
  /** Oldest first: a list of its own, which does not grow. */
  all(): readonly Mail[]
  next(timeoutMs: number): Promise<Mail>
  subscribe(listener: (mail: Mail) => void): () => void
  clear(): void
  /** Nobody waits any longer. */
  stop(): void
}

interface Entry {
  readonly mail: Mail
  readonly bytes: number
  taken: boolean
}

interface Waiter {
  take(mail: Mail): void
  giveUp(reason: string): void
}

const maximumMails = 1000
const maximumBytes = 50 * 1024 * 1024

/** The latest mails, within limits of number and size. @internal */
export function createMailList(): MailList {
  const waiters = new Set<Waiter>()
  const listeners = new Set<(mail: Mail) => void>()
  let entries: Entry[] = []
  let latestId = 0
  let bytesHeld = 0
  let stopped = false

  return {
    add(received, bytes) {
      latestId += 1
      const mail: Mail = { id: latestId, receivedAt: new Date().toISOString(), ...received }
      const [waiter] = waiters
      entries.push({ mail, bytes, taken: waiter !== undefined })
      bytesHeld += bytes
      while (entries.length > maximumMails || bytesHeld > maximumBytes) bytesHeld -= entries.shift()?.bytes ?? 0
      waiter?.take(mail)
      // what a listener throws is its own, and no reason to refuse the mail
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
        const timer = setTimeout(
          () => waiter.giveUp(`None within ${timeoutMs} ms that next() had not given.`),
          timeoutMs,
        )
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
      bytesHeld = 0
    },
    stop() {
      stopped = true
      for (const waiter of waiters) waiter.giveUp('The mailbox was closed.')
    },
  }
}
