import type { OnApplicationShutdown } from '@nestjs/common'
import { sql } from 'drizzle-orm'
import type { DatabaseOptions } from '../config/app.config.js'
import type { Connection, Orm } from './connection.js'
import { openEmbedded } from './embedded.js'
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
    return new Database(url === undefined ? await openEmbedded(directory) : await openServer(url))
  }

  /** Rejects when there is no answer. */
  async ping(): Promise<void> {
    await this.orm.execute(sql`select 1`)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close()
  }
}
