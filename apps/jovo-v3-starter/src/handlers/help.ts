import type { Handler } from 'jovo-framework'
import { answers } from '../answers.js'

export const help: Handler = {
  HelpIntent() {
    this.ask(answers.help, answers.whatNow)
  },
}
