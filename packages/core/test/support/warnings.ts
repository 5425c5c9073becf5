import { wait } from './answers.js'

/** The process warnings that a call causes. Node does not print them in the terminal. */
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
