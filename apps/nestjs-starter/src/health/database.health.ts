import { Inject, Injectable } from '@nestjs/common'
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus'
import { Database } from '../database/database.js'

@Injectable()
export class DatabaseHealth {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(HealthIndicatorService) private readonly indicators: HealthIndicatorService,
  ) {}

  async check(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database')
    try {
      await this.database.ping()
      return indicator.up()
    } catch {
      // The reason is not shown, because an error's message may name hosts and users. It is in the database's log.
      return indicator.down()
    }
  }
}
