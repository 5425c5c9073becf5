import { BadRequestException, createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { type Turn, turnOf } from '../turn.js'

/** A parameter decorator for what `read` finds in the turn; whatever else is posted is refused with status 400. */
export function turnParameter<Data>(read: (turn: Turn, data: Data) => unknown): (data: Data) => ParameterDecorator {
  return createParamDecorator((data: Data, context: ExecutionContext) => {
    const turn = turnOf(context.switchToHttp().getRequest())
    if (turn === undefined) throw new BadRequestException('The body is no request of Alexa.')
    return read(turn, data)
  }) as (data: Data) => ParameterDecorator
}
