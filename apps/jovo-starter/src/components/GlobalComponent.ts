import { BaseComponent, Component, Global, InputType } from '@jovotech/framework'
import { answers } from '../answers.js'
import { WelcomeOutput } from '../output/WelcomeOutput.js'

/** Whatever is not about a table. */
@Global()
@Component()
export class GlobalComponent extends BaseComponent {
  LAUNCH() {
    return this.$send(WelcomeOutput)
  }

  HelpIntent() {
    return this.$send({ message: answers.help, reprompt: answers.whatNow })
  }

  /** Stop, cancel and home, and the end of a session, where nobody hears an answer any more. */
  END() {
    if (this.$input.type !== InputType.End) return this.$send({ message: answers.goodbye, listen: false })
    // Alexa tells here what it did not like about the answer before.
    const error = this.$alexa?.$request.request?.error
    if (error) this.$services.log('session-ended', { name: 'ERROR', code: error.type })
  }

  /** Where Alexa understood something that this skill has no intent for. */
  UNHANDLED() {
    return this.$send({ message: answers.notUnderstood, reprompt: answers.whatNow })
  }
}
