import type { OnApplicationShutdown } from '@nestjs/common'
import { sql } from 'drizzle-orm'
import type { DatabaseOptions } from '../config/app.config.js'
import type { Connection, Orm } from './connection.js'
import { openServer } from './server.js'

/** Bookings and customers. Open from the start, its schema up to date, until the last request is answered. */
export class Database implements OnApplicationShutdown {
  readonly orm: Orm
  private readonly connection: Connection

  private constructor(connection: Connection) {
    this.connection = connection
    this.orm = connection.orm
  }

  static async open({ url, directory }: DatabaseOptions): Promise<Database> {
    if (url !== undefined) return new Database(await openServer(url))
    const { openEmbedded } = await import('./embedded.js') // a whole PostgreSQL, which whoever has a server need not load
    return new Database(await openEmbedded(directory))
  }

  /** Rejects when there is no answer. */
  async ping(): Promise<void> {
    await this.orm.execute(sql`select 1`)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close()
  }
}
