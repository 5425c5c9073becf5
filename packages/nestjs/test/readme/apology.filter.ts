import { isProfileError, toResponseEnvelope } from '@alexa-profile/nestjs'
import { type ArgumentsHost, Catch, HttpException, Logger } from '@nestjs/common'
import { BaseExceptionFilter } from '@nestjs/core'

/** Says sorry, where Alexa would say that there is a problem with the skill. Refused requests keep their status 400. */
@Catch()
export class ApologyFilter extends BaseExceptionFilter {
  private readonly logger = new Logger(ApologyFilter.name)

  override catch(error: unknown, host: ArgumentsHost): void {
    if (error instanceof HttpException) {
      super.catch(error, host)
      return
    }
    this.logger.error(isProfileError(error) ? error.message : error)
    const outputSpeech = {
      type: 'SSML' as const,
      ssml: '<speak>Sorry, something went wrong. Please try again.</speak>',
    }
    const answer = toResponseEnvelope({ outputSpeech, shouldEndSession: true })
    host.switchToHttp().getResponse().status(200).send(answer)
  }
}
