import type { Obstacle } from '../decide/decide.js'
import { wasRefused } from './refusal.js'

/**
 * For integrations: what to pass on as `ask` to `respondTo`. A skill's own `shouldAsk` is only called where consent is
 * missing, and not in a session in which the customer said no.
 */
export async function mayAsk(
  decision: Obstacle,
  envelope: unknown,
  shouldAsk: (() => boolean | Promise<boolean>) | undefined,
): Promise<boolean> {
  if (decision.action !== 'ask-for-consent') return true
  return !wasRefused(envelope) && (shouldAsk === undefined || (await shouldAsk()))
}
