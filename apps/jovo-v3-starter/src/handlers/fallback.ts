import type { Handler } from 'jovo-framework'
import { answers } from '../answers.js'

/** Where Alexa understood something that this skill has no intent for. */
export const fallback: Handler = {
  FallbackIntent() {
    this.ask(answers.notUnderstood, answers.whatNow)
  },
}
