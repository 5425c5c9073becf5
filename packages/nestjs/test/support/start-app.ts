import type { INestApplication, Type } from '@nestjs/common'
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'

const adapters = {
  Express: () => new ExpressAdapter() as AbstractHttpAdapter,
  Fastify: () => new FastifyAdapter() as unknown as AbstractHttpAdapter,
}

export type AdapterName = keyof typeof adapters

export const adapterNames = Object.keys(adapters) as AdapterName[]

/** Starts an app on a free port of loopback. */
export async function startApp(
  module: Type,
  adapter: AdapterName,
  configure: (app: INestApplication) => void = () => {},
): Promise<{ app: INestApplication; url: string }> {
  const app = await NestFactory.create(module, adapters[adapter](), {
    rawBody: true,
    logger: ['error', 'warn'],
    abortOnError: false,
  })
  configure(app)
  await app.listen(0, '127.0.0.1')
  return { app, url: await app.getUrl() }
}
