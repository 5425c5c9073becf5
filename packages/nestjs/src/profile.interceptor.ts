import { ProfileError } from '@alexa-profile/core'
import {
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { defaultIfEmpty, defer, finalize, map, mergeMap, type Observable, of } from 'rxjs'
import type { AlexaProfileService } from './alexa-profile.service.js'
import { ALEXA_PROFILE_SERVICE } from './alexa-profile.tokens.js'
import { toAlexaResponse } from './alexa-response.js'
import { controllerMethod } from './controller-method.js'
import { handlerCall } from './handler-call.js'
import { type MethodRequirement, requirementKey } from './method-requirement.js'
import { nodeRequestOf, type Turn, turnOf } from './turn.js'

const proceeds = Symbol('proceeds')

/** What Express and Fastify have in common. */
interface HttpResponse {
  status(code: number): unknown
  header(name: string, value: string): unknown
}

/**
 * Reads the profile that `@RequireProfile()` requires before the method is called. If something is missing, it responds
 * instead of the method, with status 200 and never with an HTTP error. Turns return values into the responses that
 * Alexa requires. It ignores requests that are not from Alexa, so a whole app can use it; only methods with
 * `@RequireProfile()` reject them.
 *
 * A `ProfileError` goes to the exception filters.
 */
@Injectable()
export class ProfileInterceptor implements NestInterceptor {
  constructor(
    @Inject(ALEXA_PROFILE_SERVICE) private readonly service: AlexaProfileService,
    @Inject(ModuleRef) private readonly moduleRef: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const required: MethodRequirement | undefined = Reflect.getMetadata(requirementKey, context.getHandler())
    if (context.getType() !== 'http') {
      if (required === undefined) return next.handle()
      throw new ProfileError('setup-invalid', '@RequireProfile() supports only HTTP requests from Alexa.')
    }
    const http = context.switchToHttp()
    const turn = turnOf(http.getRequest())
    if (turn === undefined) {
      if (required === undefined) return next.handle()
      throw new BadRequestException('The body is not a request from Alexa.')
    }
    // The outermost interceptor does everything, so that interceptors in between see the method's return value.
    if (turn.isIntercepted) return next.handle()
    turn.reader = this.service.profileFor(turn.envelope)
    return defer(() => {
      turn.isIntercepted = true
      return this.respondInstead(turn, required, context)
    }).pipe(
      mergeMap((instead) => (instead === proceeds ? next.handle() : of(instead))),
      defaultIfEmpty(undefined),
      map((returned) => {
        const response = http.getResponse<HttpResponse>()
        response.status(200)
        // A server that is closing waits for kept connections, which are never idle under load. HTTP/2 has no such
        // header.
        const isHttp2 = nodeRequestOf(turn.httpRequest).httpVersionMajor === 2
        if (this.service.isShuttingDown && !isHttp2) response.header('connection', 'close')
        return toAlexaResponse(returned, turn)
      }),
      // An interceptor around this one may try again.
      finalize(() => {
        turn.isIntercepted = false
      }),
    )
  }

  /** Returns the response to send instead of calling the method, or `proceeds`. */
  private async respondInstead(
    turn: Turn,
    required: MethodRequirement | undefined,
    context: ExecutionContext,
  ): Promise<unknown> {
    if (required === undefined || turn.profile !== undefined) return proceeds
    const { requirement, declined, otherwise } = required
    const { envelope } = turn
    const method = (name: string) => controllerMethod(this.moduleRef, context.getClass(), name)
    return requirement.meet<unknown>(handlerCall(envelope, this.service), {
      proceed(profile) {
        turn.profile = profile
        return proceeds
      },
      declined: declined === undefined ? undefined : (answer) => method(declined)(answer, envelope),
      otherwise:
        otherwise === undefined ? undefined : (decision, respond) => method(otherwise)(decision, envelope, respond),
    })
  }
}
