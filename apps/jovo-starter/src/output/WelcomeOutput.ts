import { BaseOutput, Output, type OutputTemplate } from '@jovotech/framework'
import { answers } from '../answers.js'

@Output()
export class WelcomeOutput extends BaseOutput {
  override build(): OutputTemplate {
    return {
      message: answers.welcome(this.$alexa?.$request.context?.System.person?.personId),
      reprompt: answers.whatNow,
      listen: true,
    }
  }
}
