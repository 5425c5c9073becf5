import type { SlotValues } from '@alexa-profile/emulator'
import type { TurnView } from '../protocol/console-event.js'
import { code } from './source-code.js'

/** The call in an exported test. */
export interface ExportedCall {
  readonly call: string
  /** The expectations for the turn, besides the response. */
  readonly expected?: object
}

const consentAnswers: Readonly<Record<string, string>> = { ACCEPTED: 'accept', DENIED: 'deny' }

/**
 * Returns the call for what the customer said. A test says words only if a sample matches them exactly. Other words may
 * mean another intent after a change of the interaction model, so the test sends the intent, as it does without a
 * model.
 *
 * @param hasModel Whether the test has the interaction model.
 */
export function exportedWords(words: string, { understood, request }: TurnView, hasModel: boolean): ExportedCall {
  if (understood === undefined) {
    const answer = consentAnswers[request.consent ?? '']
    return { call: answer === undefined || hasModel ? `say(${code(words)})` : `answerConsent(${code(answer)})` }
  }
  const { intent, slots, stage } = understood
  if (stage === 'repeat') return { call: `say(${code(words)})`, expected: { understood: { stage } } }
  if (intent === undefined) return { call: 'open()' }
  if (stage !== 'exact' || !hasModel) return { call: intentCall(intent, slots) }
  return { call: `say(${code(words)})`, expected: { understood: { intent } } }
}

export function intentCall(intent: string, slots: SlotValues): string {
  return Object.keys(slots).length > 0 ? `intent(${code(intent)}, ${code(slots)})` : `intent(${code(intent)})`
}
