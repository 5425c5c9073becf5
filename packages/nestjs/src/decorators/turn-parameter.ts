import {
  BadRequestException,
  createParamDecorator,
  type ExecutionContext,
  type PipeTransform,
  type Type,
} from '@nestjs/common'
import { type Turn, turnOf } from '../turn.js'

/** As Nest's own parameter decorators take them. */
export type Pipes = readonly (Type<PipeTransform> | PipeTransform)[]

/** A parameter decorator for what `read` finds in the turn; any other body is rejected with status 400. */
export function turnParameter<Data = undefined>(
  read: (turn: Turn, data: Data) => unknown,
): (data: Data, pipes: Pipes) => ParameterDecorator {
  const decorator = createParamDecorator((data: Data, context: ExecutionContext) => {
    const turn = turnOf(context.switchToHttp().getRequest())
    if (turn === undefined) throw new BadRequestException('The body is no request of Alexa.')
    return read(turn, data)
  })
  return (data, pipes) => decorator(data as never, ...pipes)
}
