import type { RequestHandler } from 'ask-sdk-core'
import { responses } from '../responses.js'
import { isIntent } from './is-intent.js'
import { languageIn } from './language-in.js'

/** Responds to words for which this skill has no intent. */
export const fallback: RequestHandler = {
  canHandle: isIntent('AMAZON.FallbackIntent'),
  handle(input) {
    const { notUnderstood, whatNow } = responses[languageIn(input)]
    return input.responseBuilder.speak(notUnderstood).reprompt(whatNow).getResponse()
  },
}
