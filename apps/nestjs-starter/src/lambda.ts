import 'reflect-metadata'
import { configure } from '@codegenie/serverless-express'
import { ConsoleLogger } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { AppModule } from './app.module.js'
import { readEnvironment } from './config/app.config.js'

if (readEnvironment(process.env).database.url === undefined) {
  throw new Error(
    'DATABASE_URL is not set. Set it to a database server: an embedded database is lost with the Lambda function.',
  )
}

const app = await NestFactory.create(AppModule, {
  // Alexa signs the raw body.
  rawBody: true,
  logger: new ConsoleLogger({ json: true }),
})
await app.init()
const serve = configure<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
  app: app.getHttpAdapter().getInstance(),
})

/**
 * For AWS Lambda, behind a function URL or an HTTP API. The handler that `configure` returns is not used directly, because it
 * takes a callback, which Lambda rejects on Node 24.
 */
export const handler = (event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> =>
  Promise.resolve(serve(event, context, () => {}) ?? {})
