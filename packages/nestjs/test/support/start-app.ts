import type { INestApplication, NestApplicationOptions, Type } from '@nestjs/common'
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { onTestFinished } from 'vitest'

const adapters = {
  Express: () => new ExpressAdapter() as AbstractHttpAdapter,
  Fastify: () => new FastifyAdapter() as unknown as AbstractHttpAdapter,
}

export function createAdapter(name: AdapterName): AbstractHttpAdapter {
  return adapters[name]()
}

export type AdapterName = keyof typeof adapters

export const adapterNames = Object.keys(adapters) as AdapterName[]

/** Starts an app on a free loopback port and closes it after the test. */
export async function startApp(
  module: Type,
  adapter: AdapterName,
  { configure, ...options }: NestApplicationOptions & { readonly configure?: (app: INestApplication) => void } = {},
): Promise<{ app: INestApplication; url: string }> {
  const app = await NestFactory.create(module, createAdapter(adapter), {
    rawBody: true,
    logger: false,
    abortOnError: false,
    ...options,
  })
  configure?.(app)
  onTestFinished(() => app.close())
  await app.listen(0, '127.0.0.1')
  return { app, url: await app.getUrl() }
}
