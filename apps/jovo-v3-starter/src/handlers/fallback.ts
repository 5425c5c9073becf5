import type { Handler } from 'jovo-framework'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'

/** Where Alexa understood something that this skill has no intent for. */
export const fallback: Handler = {
  FallbackIntent() {
    const { notUnderstood, whatNow } = responses[languageIn(this)]
    this.ask(notUnderstood, whatNow)
  },
}
