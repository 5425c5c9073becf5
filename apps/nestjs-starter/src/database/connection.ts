import { fileURLToPath } from 'node:url'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** The Drizzle API that the embedded database and a server share. */
export type Orm = PgDatabase<PgQueryResultHKT>

export interface Connection {
  readonly orm: Orm
  close(): Promise<void>
}

/** The migrations of the schema, for both kinds of database. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
