import { wait } from './answers.js'

/** The process warnings that come of something; kept off the terminal, where Node would print them. */
export async function warningsOf(work: () => unknown): Promise<(Error & { code?: string })[]> {
  const warnings: Error[] = []
  const others = process.listeners('warning')
  process.removeAllListeners('warning')
  process.on('warning', (warning) => warnings.push(warning))
  try {
    await work()
    await wait(20)
  } finally {
    process.removeAllListeners('warning')
    for (const listener of others) process.on('warning', listener)
  }
  return warnings
}
