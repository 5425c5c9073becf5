import { AlexaEnvelope, ask, OnFallback, OnIntent, OnLaunch, OnSessionEnded } from '@alexa-profile/nestjs'
import { Logger } from '@nestjs/common'
import type { RequestEnvelope } from 'ask-sdk-model'
import { languageOf } from '../bookings/language.js'
import { AlexaController } from './alexa-controller.decorator.js'
import { responses } from './responses.js'
import { ssml } from './ssml.js'

@AlexaController()
export class ConversationController {
  private readonly logger = new Logger(ConversationController.name)

  @OnLaunch()
  welcome(@AlexaEnvelope() { context, request }: RequestEnvelope) {
    const { welcome, whatNow } = responses[languageOf(request.locale)]
    return ask(ssml(welcome(context.System.person?.personId)), ssml(whatNow))
  }

  @OnIntent('AMAZON.HelpIntent')
  help(@AlexaEnvelope() { request }: RequestEnvelope) {
    const { help, whatNow } = responses[languageOf(request.locale)]
    return ask(ssml(help), ssml(whatNow))
  }

  @OnIntent('AMAZON.CancelIntent', 'AMAZON.StopIntent', 'AMAZON.NavigateHomeIntent')
  goodbye(@AlexaEnvelope() { request }: RequestEnvelope) {
    return ssml(responses[languageOf(request.locale)].goodbye)
  }

  /** Responds to words for which this skill has no intent. */
  @OnFallback()
  notUnderstood(@AlexaEnvelope() { request }: RequestEnvelope) {
    const { notUnderstood, whatNow } = responses[languageOf(request.locale)]
    return ask(ssml(notUnderstood), ssml(whatNow))
  }

  /**
   * Acknowledges the end of a session. The customer does not hear the response. Its `error` says why Alexa rejected the
   * previous response.
   */
  @OnSessionEnded()
  sessionEnded(@AlexaEnvelope() { request }: RequestEnvelope) {
    if (request.type !== 'SessionEndedRequest' || request.error === undefined) return
    this.logger.error({ event: 'session-ended', name: request.reason, code: request.error.type })
  }
}
