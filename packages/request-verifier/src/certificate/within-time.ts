// Not the global ones: fake timers of a user's test must not hang a request.
import { clearTimeout, setTimeout } from 'node:timers'
import { DownloadError } from './download-error.js'

/**
 * Settles with the work or, when that takes longer, rejects with `TIMEOUT`, whatever the work does about its signal.
 */
export async function withinTime<Result>(
  limitMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DownloadError('TIMEOUT'))
      controller.abort()
    }, limitMs)
  })
  try {
    return await Promise.race([work(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
