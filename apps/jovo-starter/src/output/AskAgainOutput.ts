import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { languageIn } from '../language-in.js'
import { type SlotProblem, withTonight } from '../reservation.js'
import { responses } from '../responses.js'

export interface AskAgainOutputOptions extends OutputOptions {
  readonly problem: SlotProblem
}

/** Says why a slot's value is invalid, and lets Alexa listen for another. */
@Output()
export class AskAgainOutput extends BaseOutput<AskAgainOutputOptions> {
  override build(): OutputTemplate {
    const { problem } = this.options
    const { askAgain, ask } = responses[languageIn(this.jovo)]
    const { intent, timestamp } = this.$alexa?.$request.request ?? {}
    const updatedIntent = intent && withTonight(intent, new Date(timestamp ?? Number.NaN))
    const directives = [{ type: 'Dialog.ElicitSlot', slotToElicit: problem.slot, updatedIntent }]
    return {
      message: askAgain(problem),
      reprompt: ask[problem.slot],
      listen: true,
      platforms: { alexa: { nativeResponse: { response: { directives } } } },
    }
  }
}
