import type { INestApplication, Type } from '@nestjs/common'
import { ExternalContextCreator } from '@nestjs/core'

/** Calls a method as @nestjs/graphql does: with its guards and interceptors, in a context that is not HTTP. */
export function callByGraphql(app: INestApplication, owner: Type, method: string): Promise<unknown> {
  const instance = app.get(owner)
  const all = { guards: true, interceptors: true, filters: false }
  const parameters = [undefined, undefined, undefined, undefined, all, 'graphql'] as const
  return app.get(ExternalContextCreator).create(instance, instance[method], method, ...parameters)()
}
