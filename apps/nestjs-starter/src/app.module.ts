import { Module } from '@nestjs/common'
import { ConfigModule } from '@nestjs/config'
import { AlexaModule } from './alexa/alexa.module.js'
import { HealthModule } from './health/health.module.js'
import { IdleConnections } from './idle-connections.js'

@Module({ imports: [ConfigModule.forRoot(), AlexaModule, HealthModule], providers: [IdleConnections] })
export class AppModule {}
