import type { Handler } from 'jovo-framework'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'

/** Cancel, stop and "go home", by the `intentMap` of `config.ts`. */
export const goodbye: Handler = {
  GoodbyeIntent() {
    this.tell(responses[languageIn(this)].goodbye)
  },
}
