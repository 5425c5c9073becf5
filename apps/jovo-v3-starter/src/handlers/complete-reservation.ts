import type { Jovo } from 'jovo-framework'
import { withTonight } from '../reservation.js'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'
import { reservationIn } from './reservation-in.js'

export function isIncomplete(jovo: Jovo): boolean {
  return isDialogOpen(jovo) || reservationIn(jovo).problem !== undefined
}

/**
 * Handles BookTableIntent until the reservation is complete. Alexa asks for missing values in the words of the interaction
 * model, and the skill asks again for invalid values. The profile is read only after that.
 */
export function completeReservation(jovo: Jovo): void {
  const dialog = jovo.$alexaSkill?.$dialog
  const { problem } = reservationIn(jovo)
  if (problem === undefined || (problem.kind === 'missing' && isDialogOpen(jovo))) {
    dialog?.delegate()
    return
  }
  const { askAgain, ask } = responses[languageIn(jovo)]
  const { intent, timestamp } = jovo.$alexaSkill?.$request?.toJSON().request ?? {}
  const updatedIntent = intent && withTonight(intent, new Date(timestamp))
  dialog?.elicitSlot(problem.slot, askAgain(problem), ask[problem.slot], updatedIntent)
}

/**
 * Whether the dialog is still open. A request that did not pass Alexa's dialog management, such as a test's, has no
 * dialog state.
 */
function isDialogOpen({ $alexaSkill }: Jovo): boolean {
  const dialog = $alexaSkill?.$dialog
  return dialog !== undefined && (dialog.isStarted() || dialog.isInProgress())
}
