import type { Handler } from 'jovo-framework'
import { answers } from '../answers.js'

/** Cancel, stop and "go home", by the `intentMap` of `config.ts`. */
export const goodbye: Handler = {
  GoodbyeIntent() {
    this.tell(answers.goodbye)
  },
}
