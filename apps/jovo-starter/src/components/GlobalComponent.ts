import { BaseComponent, Component, Global, InputType } from '@jovotech/framework'
import { languageIn } from '../language-in.js'
import { WelcomeOutput } from '../output/WelcomeOutput.js'
import { type Responses, responses } from '../responses.js'

/** Handles all requests that are not about a table. */
@Global()
@Component()
export class GlobalComponent extends BaseComponent {
  LAUNCH() {
    return this.$send(WelcomeOutput)
  }

  HelpIntent() {
    return this.$send({ message: this.words().help, reprompt: this.words().whatNow })
  }

  /** Handles stop, cancel, home and the end of a session. The customer does not hear the response to the end. */
  END() {
    if (this.$input.type !== InputType.End) return this.$send({ message: this.words().goodbye, listen: false })
    // The error says why Alexa rejected the previous response.
    const error = this.$alexa?.$request.request?.error
    if (error) this.$services.log('session-ended', { name: 'ERROR', code: error.type })
  }

  /** Responds to words for which this skill has no intent. */
  UNHANDLED() {
    return this.$send({ message: this.words().notUnderstood, reprompt: this.words().whatNow })
  }

  private words(): Responses {
    return responses[languageIn(this)]
  }
}
