import type { RequestHandler } from 'ask-sdk-core'
import { answers } from '../answers.js'
import { isIntent } from './is-intent.js'

export const help: RequestHandler = {
  canHandle: isIntent('AMAZON.HelpIntent'),
  handle: ({ responseBuilder }) => responseBuilder.speak(answers.help).reprompt(answers.whatNow).getResponse(),
}
