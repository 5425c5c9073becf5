import { FileDb } from '@jovotech/db-filedb'
import { JovoDebugger } from '@jovotech/plugin-debugger'
import { ExpressJs, Webhook } from '@jovotech/server-express'
import { app } from './app'

app.configure({ plugins: [new FileDb({ pathToFile: '../db/db.json' }), new JovoDebugger()] })

async function start() {
  await app.initialize()
  Webhook.listen(Number(process.env.JOVO_PORT), () => undefined)
  Webhook.post('/webhook', (request: never, response: never) => app.handle(new ExpressJs(request, response)))
}

void start()
