import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '@jovotech/framework'
import { ExpressJs, Webhook } from '@jovotech/server-express'

export interface Server {
  /** What Alexa posts to. */
  readonly url: string
  close(): Promise<void>
}

/**
 * The app on Jovo's Express server, for development: it answers whoever asks, where a skill in the open has to verify
 * that it is Alexa.
 */
export async function startServer(app: App, { port = 0 }: { port?: number } = {}): Promise<Server> {
  await app.initialize()
  // express has no types of its own, and this package installs none
  Webhook.post('/webhook', (...exchange: ConstructorParameters<typeof ExpressJs>) =>
    app.handle(new ExpressJs(...exchange)),
  )
  const server = createServer(Webhook).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
