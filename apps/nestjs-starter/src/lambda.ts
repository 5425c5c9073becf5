import 'reflect-metadata'
import { configure } from '@codegenie/serverless-express'
import { ConsoleLogger } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { AppModule } from './app.module.js'
import { readEnvironment } from './config/app.config.js'

if (readEnvironment(process.env).database.url === undefined) {
  throw new Error('Set DATABASE_URL: what a Lambda function writes to a database of its own is lost with the function.')
}

const app = await NestFactory.create(AppModule, {
  // Alexa signs the bytes of the body.
  rawBody: true,
  logger: new ConsoleLogger({ json: true }),
})
await app.init()
const serve = configure<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
  app: app.getHttpAdapter().getInstance(),
})

/**
 * For AWS Lambda, behind a function URL or an HTTP API. Not what `configure` gives: that takes a callback, which
 * Lambda's Node 24 refuses.
 */
export const handler = (event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> =>
  Promise.resolve(serve(event, context, () => {}) ?? {})
