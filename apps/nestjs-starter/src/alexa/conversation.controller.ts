import { AlexaEnvelope, ask, OnFallback, OnIntent, OnLaunch, OnSessionEnded } from '@alexa-profile/nestjs'
import { Logger } from '@nestjs/common'
import type { RequestEnvelope } from 'ask-sdk-model'
import { AlexaController } from './alexa-controller.decorator.js'
import { answers } from './answers.js'
import { ssml } from './ssml.js'

@AlexaController()
export class ConversationController {
  private readonly logger = new Logger(ConversationController.name)

  @OnLaunch()
  welcome(@AlexaEnvelope() { context }: RequestEnvelope) {
    return ask(ssml(answers.welcome(context.System.person?.personId)), ssml(answers.whatNow))
  }

  @OnIntent('AMAZON.HelpIntent')
  help() {
    return ask(ssml(answers.help), ssml(answers.whatNow))
  }

  @OnIntent('AMAZON.CancelIntent', 'AMAZON.StopIntent', 'AMAZON.NavigateHomeIntent')
  goodbye() {
    return ssml(answers.goodbye)
  }

  /** Also where Alexa understood something that this skill has no intent for. */
  @OnFallback()
  notUnderstood() {
    return ask(ssml(answers.notUnderstood), ssml(answers.whatNow))
  }

  /** Nobody hears an answer any more. Alexa tells here what it did not like about the one before. */
  @OnSessionEnded()
  sessionEnded(@AlexaEnvelope() { request }: RequestEnvelope) {
    if (request.type !== 'SessionEndedRequest' || request.error === undefined) return
    this.logger.error({ event: 'session-ended', name: request.reason, code: request.error.type })
  }
}
