import { Module } from '@nestjs/common'
import { ConfigModule } from '@nestjs/config'
import { type AppConfig, appConfig } from '../config/app.config.js'
import { Database } from './database.js'

@Module({
  imports: [ConfigModule.forFeature(appConfig)],
  providers: [
    { provide: Database, inject: [appConfig.KEY], useFactory: ({ database }: AppConfig) => Database.open(database) },
  ],
  exports: [Database],
})
export class DatabaseModule {}
