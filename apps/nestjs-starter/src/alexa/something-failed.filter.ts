import { toResponseEnvelope } from '@alexa-profile/nestjs'
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject, Logger } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { languageOf } from '../bookings/language.js'
import { detailsOf } from '../log-details.js'
import { responses } from './responses.js'
import { ssml } from './ssml.js'

/** Responds to every error of a handler, including a `ProfileError`. Requests that Alexa did not send keep their status 400. */
@Catch()
export class SomethingFailedFilter implements ExceptionFilter {
  private readonly logger = new Logger(SomethingFailedFilter.name)

  constructor(@Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const { status, body } = this.answerTo(error, http.getRequest<{ body: RequestEnvelope }>().body)
    this.adapterHost.httpAdapter.reply(http.getResponse(), body, status)
  }

  private answerTo(error: unknown, envelope: RequestEnvelope): { status: number; body: unknown } {
    if (error instanceof HttpException) return { status: error.getStatus(), body: error.getResponse() }
    const { session, request } = envelope
    this.logger.error({ event: 'request-failed', ...detailsOf(error) })
    // Alexa delivers a failed event again. The original message stays out of the response.
    if (session === undefined) {
      return { status: 500, body: { statusCode: 500, message: 'The event could not be handled.' } }
    }
    // Alexa rejects speech after the end of the session.
    if (request.type === 'SessionEndedRequest') return { status: 200, body: toResponseEnvelope({}) }
    const outputSpeech = { type: 'SSML' as const, ssml: ssml(responses[languageOf(request.locale)].failed) }
    return { status: 200, body: toResponseEnvelope({ outputSpeech, shouldEndSession: true }) }
  }
}
