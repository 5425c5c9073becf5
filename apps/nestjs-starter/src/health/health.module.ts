import { Module } from '@nestjs/common'
import { TerminusModule } from '@nestjs/terminus'
import { DatabaseModule } from '../database/database.module.js'
import { DatabaseHealth } from './database.health.js'
import { HealthController } from './health.controller.js'

@Module({ imports: [TerminusModule, DatabaseModule], controllers: [HealthController], providers: [DatabaseHealth] })
export class HealthModule {}
