import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Mail } from './mail.js'
import { checkMailShape, mailLimits } from './mail-limits.js'
import { mailThread } from './mail-thread.js'

/** What a mail says by itself. @internal */
export type ReadMail = Omit<Mail, 'id' | 'receivedAt' | 'deliveredTo'>

/** @internal */
export interface MailReader {
  /** @throws {Error} when the mail is beyond a limit or malformed; the message says which limit */
  read(source: Buffer): Promise<ReadMail>
  /** Ends the threads, and with them what they read. */
  close(): Promise<void>
}

const closedReason = 'The mailbox was closed.'

/**
 * Reads mails in threads of their own, so that a mail that takes long to read delays nothing but itself.
 *
 * @internal
 */
export function createMailReader({ timeoutMs = mailLimits.readingMs } = {}): MailReader {
  // Resolved here, so that a bundle without the parser fails when the mailbox starts and not with the first mail.
  const parser = createRequire(import.meta.url).resolve('postal-mime')
  const workers = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  let closed = false

  function start(): Worker {
    const worker = new Worker(mailThread, {
      eval: true,
      workerData: { parser, ...mailLimits },
      resourceLimits: { maxOldGenerationSizeMb: mailLimits.heapMiB },
    })
    worker.unref()
    worker.on('error', () => {}) // `once` reports it to the mail that is being read
    workers.add(worker)
    return worker
  }

  async function take(): Promise<Worker> {
    if (closed) throw new Error(closedReason)
    return idle.pop() ?? (workers.size < mailLimits.threads ? start() : new Promise((resolve) => waiting.push(resolve)))
  }

  function give(worker: Worker): void {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }

  function replace(worker: Worker): void {
    workers.delete(worker)
    void worker.terminate()
    const next = closed ? undefined : waiting.shift()
    next?.(start())
  }

  async function ask(worker: Worker, source: Buffer): Promise<Omit<ReadMail, 'source'> | { problem: string }> {
    worker.postMessage(source)
    const [outcome] = await once(worker, 'message', { signal: AbortSignal.timeout(timeoutMs) })
    return outcome
  }

  return {
    async read(source) {
      checkMailShape(source)
      const worker = await take()
      const outcome = await ask(worker, source).catch((error: Error) => {
        replace(worker)
        throw error.name === 'AbortError' ? new Error(`Reading it takes longer than ${timeoutMs / 1000} s.`) : error
      })
      give(worker)
      if ('problem' in outcome) throw new Error(outcome.problem)
      return { ...outcome, source: source.toString('utf8') }
    },
    async close() {
      closed = true
      await Promise.all([...workers].map((worker) => worker.terminate()))
    },
  }
}
