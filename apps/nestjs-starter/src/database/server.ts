import { Logger } from '@nestjs/common'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, Pool } from 'pg'
import { detailsOf } from '../log-details.js'
import { type Connection, migrationsFolder } from './connection.js'

/** Alexa waits 8 s for a response. A query that takes longer than this fails. */
const limitMs = 2_000
/** An arbitrary number that all processes of this app share. */
const migrationLock = 4_242_017

/** Connects to a PostgreSQL server. Several processes may start at once: one migrates, and the others wait for it. */
export async function openServer(connectionString: string): Promise<Connection> {
  await migrateUnderLock(connectionString)
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: limitMs,
    statement_timeout: limitMs,
    query_timeout: limitMs,
  })
  // A broken idle connection is replaced when it is needed. Without a listener, its error would end the process.
  const logger = new Logger('Database')
  pool.on('error', (error) => logger.warn({ event: 'connection-lost', ...detailsOf(error) }))
  return { orm: drizzle({ client: pool }), close: () => pool.end() }
}

async function migrateUnderLock(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    // The lock belongs to the connection and ends with it.
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle({ client }), { migrationsFolder })
  } finally {
    await client.end()
  }
}
