import 'reflect-metadata'
import { configure } from '@codegenie/serverless-express'
import { NestFactory } from '@nestjs/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { AppModule } from './app.module.js'

const app = await NestFactory.create(AppModule, { rawBody: true })
await app.init()
const serve = configure({ app: app.getHttpAdapter().getInstance() })

/** Has two parameters. The function from `configure` has three, and Lambda's Node 24 rejects callbacks. */
export const handler = async (
  event: APIGatewayProxyEventV2,
  context: Context,
): Promise<APIGatewayProxyStructuredResultV2> => serve(event, context, () => {})
