import type { RequestHandler } from 'ask-sdk-core'
import { answers } from '../answers.js'
import { isIntent } from './is-intent.js'

/** Where Alexa understood something that this skill has no intent for. */
export const fallback: RequestHandler = {
  canHandle: isIntent('AMAZON.FallbackIntent'),
  handle: ({ responseBuilder }) => responseBuilder.speak(answers.notUnderstood).reprompt(answers.whatNow).getResponse(),
}
