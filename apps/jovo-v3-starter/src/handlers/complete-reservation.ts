import type { Jovo } from 'jovo-framework'
import { withTonight } from '../reservation.js'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'
import { reservationIn } from './reservation-in.js'

export function isIncomplete(jovo: Jovo): boolean {
  return isDialogOpen(jovo) || reservationIn(jovo).problem !== undefined
}

/**
 * Takes BookTableIntent until all there is to know is known: Alexa asks for what is missing, in the words of the
 * interaction model, and the skill asks again for what it cannot use. Only then is it worth reading a profile.
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

/** Requests that did not come through Alexa's dialog management, such as a test's, have no dialog state at all. */
function isDialogOpen({ $alexaSkill }: Jovo): boolean {
  const dialog = $alexaSkill?.$dialog
  return dialog !== undefined && (dialog.isStarted() || dialog.isInProgress())
}
