import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { answers } from '../answers.js'
import type { SlotProblem } from '../reservation.js'

export interface AskAgainOutputOptions extends OutputOptions {
  readonly problem: SlotProblem
}

/** Says what was wrong with a slot's value, and has Alexa listen for another. */
@Output()
export class AskAgainOutput extends BaseOutput<AskAgainOutputOptions> {
  override build(): OutputTemplate {
    const { problem } = this.options
    const updatedIntent = this.$alexa?.$request.request?.intent
    const directives = [{ type: 'Dialog.ElicitSlot', slotToElicit: problem.slot, updatedIntent }]
    return {
      message: answers.askAgain(problem),
      reprompt: answers.ask[problem.slot],
      listen: true,
      platforms: { alexa: { nativeResponse: { response: { directives } } } },
    }
  }
}
