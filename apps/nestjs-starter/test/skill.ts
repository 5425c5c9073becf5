import 'reflect-metadata'
import { Test } from '@nestjs/testing'
import { AppModule } from '../src/app.module.js'
import { Database } from '../src/database/database.js'
import { sharedDatabase } from './shared-database.js'

/** For tests that the console exports: the app on a separate server, with the Alexa and the mailbox of the environment. */
const database = await sharedDatabase()
const module = await Test.createTestingModule({ imports: [AppModule] })
  .overrideProvider(Database)
  .useValue({ orm: database.orm, ping: () => database.ping() })
  .compile()
const app = module.createNestApplication({ rawBody: true, logger: false })
await app.listen(0, '127.0.0.1')

export const handler = `${await app.getUrl()}/alexa`
