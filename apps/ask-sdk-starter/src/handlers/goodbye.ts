import type { RequestHandler } from 'ask-sdk-core'
import { responses } from '../responses.js'
import { isIntent } from './is-intent.js'
import { languageIn } from './language-in.js'

export const goodbye: RequestHandler = {
  canHandle: isIntent('AMAZON.CancelIntent', 'AMAZON.StopIntent', 'AMAZON.NavigateHomeIntent'),
  handle: (input) =>
    input.responseBuilder.speak(responses[languageIn(input)].goodbye).withShouldEndSession(true).getResponse(),
}
