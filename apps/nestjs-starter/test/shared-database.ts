import { Database } from '../src/database/database.js'

let database: Promise<Database> | undefined

/**
 * One database for all tests, whose customers differ. It ends with the process. With `TEST_DATABASE_URL`, it is on that
 * server.
 */
export function sharedDatabase(): Promise<Database> {
  database ??= Database.open({ url: process.env.TEST_DATABASE_URL, directory: 'memory://' })
  return database
}
