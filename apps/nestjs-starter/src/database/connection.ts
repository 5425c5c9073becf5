import { fileURLToPath } from 'node:url'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What Drizzle offers for an embedded database and a server alike. */
export type Orm = PgDatabase<PgQueryResultHKT>

export interface Connection {
  readonly orm: Orm
  close(): Promise<void>
}

/** How the schema came to be, step by step; the same for both. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
