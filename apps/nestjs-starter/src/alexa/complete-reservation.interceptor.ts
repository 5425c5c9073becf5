import { toResponseEnvelope } from '@alexa-profile/nestjs'
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { RequestEnvelope } from 'ask-sdk-model'
import { type Observable, of } from 'rxjs'
import { completeReservation } from './complete-reservation.js'

/** Completes the reservation before the profile is read, so it runs before `ProfileInterceptor`. */
@Injectable()
export class CompleteReservationInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { body } = context.switchToHttp().getRequest<{ body: RequestEnvelope }>()
    const response = completeReservation(body)
    return response === undefined ? next.handle() : of(toResponseEnvelope(response, body.session?.attributes))
  }
}
