import { Database } from '../src/database/database.js'

let database: Promise<Database> | undefined

/**
 * One database for all tests, which Alexa's customers keep apart; it ends with the process. A server's, where
 * `TEST_DATABASE_URL` names one.
 */
export function sharedDatabase(): Promise<Database> {
  database ??= Database.open({ url: process.env.TEST_DATABASE_URL, directory: 'memory://' })
  return database
}
