import { isProfileError, toResponseEnvelope } from '@alexa-profile/nestjs'
import { type ArgumentsHost, Catch, HttpException, Logger } from '@nestjs/common'
import { BaseExceptionFilter } from '@nestjs/core'

/**
 * Makes Alexa apologize instead of reporting a problem with the skill. Rejected requests keep their status 400. Events,
 * which have no session, fail, so that Alexa delivers them again.
 */
@Catch()
export class ApologyFilter extends BaseExceptionFilter {
  private readonly logger = new Logger(ApologyFilter.name)

  override catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    if (error instanceof HttpException || !http.getRequest().body?.session) {
      super.catch(error, host)
      return
    }
    this.logger.error(isProfileError(error) ? error.message : error)
    const outputSpeech = {
      type: 'SSML' as const,
      ssml: '<speak>Sorry, something went wrong. Please try again.</speak>',
    }
    const answer = toResponseEnvelope({ outputSpeech, shouldEndSession: true })
    http.getResponse().status(200).send(answer)
  }
}
