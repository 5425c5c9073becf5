import type { RequestHandler } from 'ask-sdk-core'
import { answers } from '../answers.js'
import { isIntent } from './is-intent.js'

export const goodbye: RequestHandler = {
  canHandle: isIntent('AMAZON.CancelIntent', 'AMAZON.StopIntent', 'AMAZON.NavigateHomeIntent'),
  handle: ({ responseBuilder }) => responseBuilder.speak(answers.goodbye).withShouldEndSession(true).getResponse(),
}
