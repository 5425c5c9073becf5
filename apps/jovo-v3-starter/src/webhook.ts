import { stdout } from 'node:process'
import { type App, ExpressJS, Webhook } from 'jovo-framework'

/**
 * For development: the skill as a web server, for this machine only, because it takes any request for Alexa's. Her
 * signature is of the bytes, which Jovo's `Webhook` does not keep: a server that others can reach is an Express app of your
 * own, with the middleware of `@alexa-profile/request-verifier` before this handler.
 */
export function startWebhook(app: App, port: number): void {
  const host = '127.0.0.1'
  Webhook.jovoApp = app
  Webhook.post('/webhook', async (request: object, response: object) => {
    await app.handle(new ExpressJS(request, response))
  })
  Webhook.listen(port, host, () => stdout.write(`Listening on http://${host}:${port}/webhook\n`))
}
