import type { RequestHandler } from 'ask-sdk-core'
import { responses } from '../responses.js'
import { isIntent } from './is-intent.js'
import { languageIn } from './language-in.js'

export const help: RequestHandler = {
  canHandle: isIntent('AMAZON.HelpIntent'),
  handle(input) {
    const { help, whatNow } = responses[languageIn(input)]
    return input.responseBuilder.speak(help).reprompt(whatNow).getResponse()
  },
}
