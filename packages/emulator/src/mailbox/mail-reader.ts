import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Mail } from './mail.js'
import { checkMailShape, mailLimits } from './mail-limits.js'
import { mailThread } from './mail-thread.js'

/** The content of an email. @internal */
export type ReadMail = Omit<Mail, 'id' | 'receivedAt' | 'deliveredTo'>

/** Reads emails. @internal */
export interface MailReader {
  /** Parses an email. @throws {Error} if the email is malformed or exceeds a limit. The message says which limit. */
  read(source: Buffer): Promise<ReadMail>
  /** Ends the threads and the reads in them. */
  close(): Promise<void>
}

const closedReason = 'The mailbox was closed.'

/**
 * Reads emails in separate threads, so that an email that takes long to read delays only itself.
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
    worker.on('error', () => {}) // `once` reports the error to the email that waits
    workers.add(worker)
    // The first message says that the thread is ready. The time until then depends on the machine and not on the email.
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

  // The first thread starts at once, because a skill may give its mail server little time.
  const first = start()
  first.catch(() => {}) // The email that gets this thread reports the error.
  idle.push(first)

  return {
    async read(source) {
      checkMailShape(source)
      const worker = await take()
      const outcome = await ask(worker, source).catch((error: Error) => {
        replace(worker)
        throw error.name === 'AbortError' ? new Error(`Reading it took longer than ${timeoutMs / 1000} s.`) : error
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

/**
 * Finds the parser, which the thread loads by its path. If a bundler has moved this file, it looks from the working
 * directory.
 */
function parserFile(): string {
  try {
    return createRequire(import.meta.url).resolve('postal-mime')
  } catch {
    const own = createRequire(`${process.cwd()}/package.json`).resolve('@alexa-profile/emulator/package.json')
    return createRequire(own).resolve('postal-mime')
  }
}
