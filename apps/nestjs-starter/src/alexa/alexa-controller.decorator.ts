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
 * Marks a controller with handlers of the skill. All controllers share the path to which Alexa posts.
 *
 * @param interceptors that run before the profile is read
 */
export function AlexaController(...interceptors: readonly Type<NestInterceptor>[]): ClassDecorator {
  return applyDecorators(
    Controller('alexa'),
    UseGuards(AlexaRequestGuard),
    UseInterceptors(...interceptors, ProfileInterceptor),
    UseFilters(SomethingFailedFilter),
  )
}
