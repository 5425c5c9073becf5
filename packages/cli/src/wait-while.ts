import { setTimeout } from 'node:timers/promises'

/** Files may be written again and again. */
const longestWaitMs = 10_000
const lookAgainMs = 20

/** Resolves when `isBehind` is false for the first time, or after 10 s. */
export async function waitWhile(isBehind: () => boolean | Promise<boolean>): Promise<void> {
  const untilMs = Date.now() + longestWaitMs
  while ((await isBehind()) && Date.now() <= untilMs) await setTimeout(lookAgainMs)
}
