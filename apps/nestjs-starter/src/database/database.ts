import type { OnApplicationShutdown } from '@nestjs/common'
import { sql } from 'drizzle-orm'
import type { DatabaseOptions } from '../config/app.config.js'
import type { Connection, Orm } from './connection.js'
import { openServer } from './server.js'

/** The database with bookings and customers. It is migrated at the start and stays open until the last request is answered. */
export class Database implements OnApplicationShutdown {
  readonly orm: Orm
  private readonly connection: Connection

  private constructor(connection: Connection) {
    this.connection = connection
    this.orm = connection.orm
  }

  static async open({ url, directory }: DatabaseOptions): Promise<Database> {
    if (url !== undefined) return new Database(await openServer(url))
    const { openEmbedded } = await import('./embedded.js') // a whole PostgreSQL, which is not needed beside a server
    return new Database(await openEmbedded(directory))
  }

  /** Rejects if the database does not respond. */
  async ping(): Promise<void> {
    await this.orm.execute(sql`select 1`)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close()
  }
}
