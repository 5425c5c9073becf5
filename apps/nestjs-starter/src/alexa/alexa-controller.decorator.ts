import { AlexaRequestGuard, ProfileInterceptor } from '@alexa-profile/nestjs'
import {
  applyDecorators,
  Controller,
  type NestInterceptor,
  type Type,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import { SomethingFailedFilter } from './something-failed.filter.js'

/**
 * A controller with handlers of the skill. All of them share the one path that Alexa posts to.
 *
 * @param interceptors that come before the profile is read
 */
export function AlexaController(...interceptors: readonly Type<NestInterceptor>[]): ClassDecorator {
  return applyDecorators(
    Controller('alexa'),
    UseGuards(AlexaRequestGuard),
    UseInterceptors(...interceptors, ProfileInterceptor),
    UseFilters(SomethingFailedFilter),
  )
}
