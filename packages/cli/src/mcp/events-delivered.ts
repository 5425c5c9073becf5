import { setTimeout } from 'node:timers/promises'
import type { AlexaConsole } from '@alexa-profile/console'

/** Events may be late on purpose. */
const longestWaitMs = 5000

/** Waits until the skill has acknowledged its events, so that the result of a call has them. */
export async function eventsDelivered({ emulator }: Pick<AlexaConsole, 'emulator'>): Promise<void> {
  const waiting = new AbortController()
  const timeout = setTimeout(longestWaitMs, undefined, { signal: waiting.signal }).catch(() => {}) // aborted
  await Promise.race([emulator.eventsDelivered(), timeout])
  waiting.abort()
}
