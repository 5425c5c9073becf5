import { BaseOutput, Output, type OutputTemplate } from '@jovotech/framework'
import { languageIn } from '../language-in.js'
import { responses } from '../responses.js'

@Output()
export class WelcomeOutput extends BaseOutput {
  override build(): OutputTemplate {
    const { welcome, whatNow } = responses[languageIn(this.jovo)]
    return {
      message: welcome(this.$alexa?.$request.context?.System.person?.personId),
      reprompt: whatNow,
      listen: true,
    }
  }
}
