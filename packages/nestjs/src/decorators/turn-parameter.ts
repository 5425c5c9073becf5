import {
  BadRequestException,
  createParamDecorator,
  type ExecutionContext,
  type PipeTransform,
  type Type,
} from '@nestjs/common'
import { type Turn, turnOf } from '../turn.js'

/** Pipes, as in Nest's own parameter decorators. */
export type Pipes = readonly (Type<PipeTransform> | PipeTransform)[]

/**
 * Creates a parameter decorator that injects what `read` finds in the turn. A request that is not from Alexa gets
 * status 400.
 */
export function turnParameter<Data = undefined>(
  read: (turn: Turn, data: Data) => unknown,
): (data: Data, pipes: Pipes) => ParameterDecorator {
  const decorator = createParamDecorator((data: Data, context: ExecutionContext) => {
    const turn = turnOf(context.switchToHttp().getRequest())
    if (turn === undefined) throw new BadRequestException('The body is not a request from Alexa.')
    return read(turn, data)
  })
  return (data, pipes) => decorator(data as never, ...pipes)
}
