import { ProfileError } from '@alexa-profile/core'
import type { Rejection } from '@alexa-profile/request-verifier'
import {
  BadRequestException,
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  Logger,
  Optional,
} from '@nestjs/common'
import { ALEXA_REQUEST_VERIFIER } from './alexa-profile.tokens.js'
import type { AlexaRequestVerifier } from './request-verifier.provider.js'
import { turnOf } from './turn.js'

interface HttpRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  body?: unknown
  /** Present if the app was created with `rawBody: true` and Nest parsed the body. */
  readonly rawBody?: Uint8Array
}

/**
 * Requests that passed, with their verifier. A guard of the app sees a request before that of a controller, which would
 * take it for a replay.
 */
const passed = new WeakMap<object, AlexaRequestVerifier>()

/**
 * Accepts only requests that Alexa has just sent to this skill. Any other request gets status 400, as Alexa
 * requires, from a `BadRequestException` with a `reason`. Afterwards, the request's `body` is the verified envelope,
 * and not what a parser made of it.
 *
 * Calls over microservices, WebSockets or GraphQL cannot be verified. They are rejected in Nest's way for each, and
 * logged. In an app that uses them, add the guard only to the controllers that Alexa calls.
 *
 * Requires the module's option `verification`, and an app created with `rawBody: true`, because Alexa signs the bytes
 * of the body.
 *
 * @example
 * @Controller('alexa')
 * @UseGuards(AlexaRequestGuard)
 */
@Injectable()
export class AlexaRequestGuard implements CanActivate {
  private readonly logger = new Logger('AlexaRequestGuard')

  private readonly verifier: AlexaRequestVerifier

  /** @throws {ProfileError} `option-invalid` without `verification` */
  constructor(@Optional() @Inject(ALEXA_REQUEST_VERIFIER) verifier: AlexaRequestVerifier | undefined) {
    if (verifier === undefined) {
      throw new ProfileError(
        'option-invalid',
        "AlexaRequestGuard needs AlexaProfileModule.forRoot({ verification: { skillIds: 'amzn1.ask.skill.…' } }).",
      )
    }
    this.verifier = verifier
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') {
      this.logger.warn(`Rejected a call over ${context.getType()}: AlexaRequestGuard supports only HTTP requests.`)
      return false
    }
    const request = context.switchToHttp().getRequest<HttpRequest>()
    if (passed.get(request) === this.verifier) return true
    if (this.verifier.acceptsUnsigned && isUnsigned(request)) {
      const turn = turnOf(request)
      if (turn === undefined)
        throw badRequest({ reason: 'body-malformed', message: 'The body is not a request from Alexa.' })
      request.body = turn.sent
      return true
    }
    if (lacksRawBody(request)) {
      this.logger.error(createWithRawBody)
      throw badRequest({ reason: 'body-not-raw', message: createWithRawBody })
    }
    // Nest keeps no bytes of a body that it does not parse. It parses JSON, which Alexa sends.
    const { headers, rawBody = '' } = request
    const verification = await this.verifier.verify({ headers, rawBody })
    if (verification.status === 'verified') {
      passed.set(request, this.verifier)
      request.body = verification.envelope
      return true
    }
    this.logger.warn(`Rejected a request (${verification.reason}): ${verification.message}`)
    throw badRequest(verification)
  }
}

const createWithRawBody =
  'AlexaRequestGuard has no raw body to verify. Create the app with NestFactory.create(AppModule, { rawBody: true }).'

function isUnsigned({ headers }: HttpRequest): boolean {
  return headers['signature-256'] === undefined && headers.signaturecertchainurl === undefined
}

function badRequest({ reason, message }: Pick<Rejection, 'reason' | 'message'>): BadRequestException {
  return new BadRequestException({ statusCode: 400, error: 'Bad Request', message, reason })
}

function lacksRawBody({ headers, body, rawBody }: HttpRequest): boolean {
  const isJson = /^application\/json\b/i.test(String(headers['content-type']))
  const isParsed = typeof body === 'object' && body !== null && Object.keys(body).length > 0
  return rawBody === undefined && isJson && isParsed
}
