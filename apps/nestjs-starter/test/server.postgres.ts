import { expect, it } from 'vitest'
import { Database } from '../src/database/database.js'

const options = { url: process.env.TEST_DATABASE_URL, directory: '' }

it('lets several processes start at once on one database server', async () => {
  const databases = await Promise.all([1, 2, 3].map(() => Database.open(options)))
  await Promise.all(databases.map((database) => database.ping()))
  await Promise.all(databases.map((database) => database.onApplicationShutdown()))
  await expect(databases[0]?.ping()).rejects.toThrow()
})
