import { BaseComponent, Component, Global, InputType } from '@jovotech/framework'
import { languageIn } from '../language-in.js'
import { WelcomeOutput } from '../output/WelcomeOutput.js'
import { type Responses, responses } from '../responses.js'

/** Whatever is not about a table. */
@Global()
@Component()
export class GlobalComponent extends BaseComponent {
  LAUNCH() {
    return this.$send(WelcomeOutput)
  }

  HelpIntent() {
    return this.$send({ message: this.words().help, reprompt: this.words().whatNow })
  }

  /** Stop, cancel and home, and the end of a session, where nobody hears an answer any more. */
  END() {
    if (this.$input.type !== InputType.End) return this.$send({ message: this.words().goodbye, listen: false })
    // Alexa tells here what it did not like about the answer before.
    const error = this.$alexa?.$request.request?.error
    if (error) this.$services.log('session-ended', { name: 'ERROR', code: error.type })
  }

  /** Where Alexa understood something that this skill has no intent for. */
  UNHANDLED() {
    return this.$send({ message: this.words().notUnderstood, reprompt: this.words().whatNow })
  }

  private words(): Responses {
    return responses[languageIn(this)]
  }
}
