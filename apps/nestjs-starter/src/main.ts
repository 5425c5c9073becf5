import 'reflect-metadata'
import { ConsoleLogger } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module.js'
import { type AppConfig, appConfig } from './config/app.config.js'

const app = await NestFactory.create(AppModule, {
  // Alexa signs the raw body.
  rawBody: true,
  logger: new ConsoleLogger({ json: process.env.NODE_ENV === 'production' }),
})
// On SIGTERM and SIGINT, the app accepts no new requests, answers the current ones, and closes the database.
app.enableShutdownHooks()
const { port } = app.get<AppConfig>(appConfig.KEY)
await app.listen(port)
