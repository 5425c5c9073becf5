import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Connection, migrationsFolder } from './connection.js'

/** PostgreSQL inside this process. Only one process at a time can open a directory. */
export async function openEmbedded(directory: string): Promise<Connection> {
  if (!directory.includes('://')) await mkdir(directory, { recursive: true })
  const client = await PGlite.create(directory)
  const orm = drizzle({ client })
  await migrate(orm, { migrationsFolder })
  return { orm, close: () => client.close() }
}
