import { stdout } from 'node:process'
import { type App, ExpressJS, Webhook } from 'jovo-framework'

/**
 * For development: the skill as a web server that only this machine can reach, because it does not verify requests. Verifying
 * Alexa's signature needs the raw body, which Jovo's `Webhook` does not keep. For a public server, write your own Express app
 * with the middleware of `@alexa-profile/request-verifier` before this handler.
 */
export function startWebhook(app: App, port: number): void {
  const host = '127.0.0.1'
  Webhook.jovoApp = app
  Webhook.post('/webhook', async (request: object, response: object) => {
    await app.handle(new ExpressJS(request, response))
  })
  Webhook.listen(port, host, () => stdout.write(`Listening on http://${host}:${port}/webhook\n`))
}
