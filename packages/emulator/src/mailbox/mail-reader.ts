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
  const parser = parserFile()
  const workers = new Set<Worker>()
  const idle: (Worker | Promise<Worker>)[] = []
  const waiting: ((worker: Worker | Promise<Worker>) => void)[] = []
  let closed = false

  async function start(): Promise<Worker> {
    const worker = new Worker(mailThread, {
      eval: true,
      workerData: { parser, ...mailLimits },
      resourceLimits: { maxOldGenerationSizeMb: mailLimits.heapMiB },
    })
    worker.unref()
    worker.on('error', () => {}) // `once` reports it to the mail that waits
    workers.add(worker)
    // Its first message says that it is ready: how long a busy machine takes for that says nothing about the mail.
    await once(worker, 'message').catch((error: unknown) => {
      replace(worker)
      throw error
    })
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

  // The first thread starts at once: a skill may give its mail server little time.
  const first = start()
  first.catch(() => {}) // the mail that takes it reports the error
  idle.push(first)

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

/** The thread loads the parser by its path. If a bundler has moved this file, the package is found from the working directory. */
function parserFile(): string {
  try {
    return createRequire(import.meta.url).resolve('postal-mime')
  } catch {
    const own = createRequire(`${process.cwd()}/package.json`).resolve('@alexa-profile/emulator/package.json')
    return createRequire(own).resolve('postal-mime')
  }
}
