import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '@jovotech/framework'
import { ExpressJs, Webhook } from '@jovotech/server-express'

export interface Server {
  /** The URL to which Alexa posts. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Starts the app on Jovo's Express server, for development. This server answers every client, but a public skill must verify
 * that requests come from Alexa.
 */
export async function startServer(app: App, { port = 0 }: { port?: number } = {}): Promise<Server> {
  await app.initialize()
  // express has no types, and this package does not install them
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
