// Kept from the start, so that fake timers in a user's test do not block a request.
import { clearTimeout, setTimeout } from 'node:timers'
import { DownloadError } from './download-error.js'

/** For waiting and downloading together. Alexa waits 8 s for a skill. */
const limitMs = 3_000
/** For waiting. A download that starts later might have to be aborted, together with its connection. */
const waitLimitMs = 2_000
/**
 * A slower download gives way to a waiting file that is just as likely. From far away, the first download takes four
 * round trips.
 */
const giveWayMs = 1_000
/** Downloads at the same time. Amazon signs with one or two certificates; only invented URLs need more. */
const mostRunning = 2
const mostWaiting = 128
/** For all request bodies that are kept until their certificate arrives. */
const mostHeldBytes = 8_388_608

/** Downloads a few files at a time, the likeliest first, regardless of the number of requests. */
export interface DownloadQueue<Result> {
  /**
   * Joins a waiting or running download of the same URL, or replaces a less likely one.
   *
   * @param rank how unlikely it is that Amazon has such a file; the lowest comes first
   * @param heldBytes the memory that the caller holds until the download is over
   * @returns a promise that rejects with the error of `work`, with `TIMEOUT`, or with `TOO_MANY` if likelier files
   *   come; `undefined` if too many are waiting
   */
  get(url: string, rank: number, heldBytes: number): Promise<Result> | undefined
}

interface Job<Result> {
  readonly url: string
  readonly rank: number
  readonly promise: Promise<Result>
  heldBytes: number
  isRunning: boolean
  /** Has run long enough to give way. */
  isSlow: boolean
  start(): void
  fail(code: string): void
}

/** Creates a queue. @param paceMs the minimum time between two starts */
export function createDownloadQueue<Result>(
  work: (url: string, signal: AbortSignal) => Promise<Result>,
  paceMs: number,
): DownloadQueue<Result> {
  const jobs = new Map<string, Job<Result>>()
  let running = 0
  let heldBytes = 0
  let isPacing = false

  function createJob(url: string, rank: number): Job<Result> {
    const controller = new AbortController()
    let resolve: (result: Result | PromiseLike<Result>) => void = () => {}
    let reject: (error: unknown) => void = () => {}
    const promise = new Promise<Result>((...settle) => {
      ;[resolve, reject] = settle
    })
    const timers = [
      setTimeout(() => job.isRunning || job.fail('TIMEOUT'), waitLimitMs),
      setTimeout(() => job.fail('TIMEOUT'), limitMs),
    ]
    const job: Job<Result> = {
      url,
      rank,
      promise,
      heldBytes: 0,
      isRunning: false,
      isSlow: false,
      start() {
        // Not immediately, because the caller still needs the bytes that it holds.
        Promise.resolve()
          .then(() => work(url, controller.signal))
          .then(resolve, reject)
          .finally(end)
      },
      fail(code) {
        reject(new DownloadError(code))
        controller.abort()
        end()
      },
    }
    function end(): void {
      if (jobs.get(url) !== job) return
      for (const timer of timers) clearTimeout(timer)
      jobs.delete(url)
      heldBytes -= job.heldBytes
      if (job.isRunning) running -= 1
      startNext()
    }
    return job
  }

  /** The first waiting download by rank. */
  function firstWaiting(isBefore: (rank: number, other: number) => boolean): Job<Result> | undefined {
    let first: Job<Result> | undefined
    for (const job of jobs.values()) {
      if (!job.isRunning && (!first || isBefore(job.rank, first.rank))) first = job
    }
    return first
  }

  function startNext(): void {
    const next = isPacing ? undefined : firstWaiting((rank, other) => rank < other)
    if (!next) return
    if (running === mostRunning) {
      // Its end starts the next download.
      ;[...jobs.values()].find(({ isSlow, rank }) => isSlow && rank >= next.rank)?.fail('TIMEOUT')
      return
    }
    running += 1
    next.isRunning = true
    next.start()
    setTimeout(() => {
      next.isSlow = true
      startNext()
    }, giveWayMs).unref()
    isPacing = paceMs > 0
    if (isPacing) setTimeout(endPause, paceMs)
    else startNext()
  }

  function endPause(): void {
    isPacing = false
    startNext()
  }

  return {
    get(url, rank, bytes) {
      const known = jobs.get(url)
      while (heldBytes + bytes > mostHeldBytes || (!known && jobs.size - running >= mostWaiting)) {
        const last = firstWaiting((a, b) => a > b)
        if (!last || last.rank <= rank) return undefined
        last.fail('TOO_MANY')
      }
      const job = known ?? createJob(url, rank)
      jobs.set(url, job)
      job.heldBytes += bytes
      heldBytes += bytes
      startNext()
      return job.promise
    },
  }
}
