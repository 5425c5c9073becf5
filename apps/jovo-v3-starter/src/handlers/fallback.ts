import type { Handler } from 'jovo-framework'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'

/** Responds to words for which this skill has no intent. */
export const fallback: Handler = {
  FallbackIntent() {
    const { notUnderstood, whatNow } = responses[languageIn(this)]
    this.ask(notUnderstood, whatNow)
  },
}
