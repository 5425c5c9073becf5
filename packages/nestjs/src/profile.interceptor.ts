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
import { toAlexaAnswer } from './alexa-answer.js'
import type { AlexaProfileService } from './alexa-profile.service.js'
import { ALEXA_PROFILE_OPTIONS, ALEXA_PROFILE_SERVICE } from './alexa-profile.tokens.js'
import type { AlexaProfileModuleOptions } from './alexa-profile-module-options.interface.js'
import { controllerMethod } from './controller-method.js'
import { meetRequirement } from './meet-requirement.js'
import { type Requirement, requirementKey } from './requirement.js'
import { nodeRequestOf, type Turn, turnOf } from './turn.js'

/** What Express and Fastify have in common. */
interface HttpResponse {
  status(code: number): unknown
  header(name: string, value: string): unknown
}

/**
 * Reads what `@RequireProfile()` requires before the method is called, and answers in its place where that is not there:
 * with status 200, never with an error of HTTP. Gives whatever a method returns the shape that Alexa wants. Requests that are
 * not Alexa's it leaves alone, so it may be used for a whole app; but methods with `@RequireProfile()` take no others.
 *
 * A `ProfileError`, which is nothing that Alexa can answer, goes to the exception filters.
 */
@Injectable()
export class ProfileInterceptor implements NestInterceptor {
  constructor(
    @Inject(ALEXA_PROFILE_SERVICE) private readonly service: AlexaProfileService,
    @Inject(ALEXA_PROFILE_OPTIONS) private readonly options: AlexaProfileModuleOptions,
    @Inject(ModuleRef) private readonly moduleRef: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const requirement: Requirement | undefined = Reflect.getMetadata(requirementKey, context.getHandler())
    if (context.getType() !== 'http') {
      if (requirement === undefined) return next.handle()
      throw new ProfileError('option-invalid', '@RequireProfile() is for what Alexa posts over HTTP.')
    }
    const http = context.switchToHttp()
    const turn = turnOf(http.getRequest())
    if (turn === undefined) {
      if (requirement === undefined) return next.handle()
      throw new BadRequestException('The body is no request of Alexa.')
    }
    // The outermost one does it all, so that interceptors between them see what the method returned.
    if (turn.isIntercepted) return next.handle()
    turn.reader = this.service.profileFor(turn.envelope)
    return defer(() => {
      turn.isIntercepted = true
      return this.answerInstead(turn, requirement, context)
    }).pipe(
      mergeMap((instead) => (instead === undefined ? next.handle() : of(instead.answer))),
      defaultIfEmpty(undefined),
      map((returned) => {
        const response = http.getResponse<HttpResponse>()
        response.status(200)
        // A server that closes waits for kept connections, which under load are never idle. HTTP/2 has no such header.
        const isHttp2 = nodeRequestOf(turn.httpRequest).httpVersionMajor === 2
        if (this.service.isShuttingDown && !isHttp2) response.header('connection', 'close')
        return toAlexaAnswer(returned, turn)
      }),
      // An interceptor around this one may try again.
      finalize(() => {
        turn.isIntercepted = false
      }),
    )
  }

  private async answerInstead(
    turn: Turn,
    requirement: Requirement | undefined,
    context: ExecutionContext,
  ): Promise<{ answer: unknown } | undefined> {
    if (requirement === undefined || turn.profile !== undefined) return undefined
    return meetRequirement(turn, requirement, {
      service: this.service,
      shouldAsk: requirement.shouldAsk ?? this.options.shouldAsk,
      call: (method, ...parameters) => controllerMethod(this.moduleRef, context.getClass(), method)(...parameters),
    })
  }
}
