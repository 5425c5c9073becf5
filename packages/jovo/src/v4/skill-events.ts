import { isEvent } from '@alexa-profile/core'
import { type App, BuiltInHandler, type Jovo, MatchingRouteNotFoundError, RoutingExecutor } from '@jovotech/framework'
import { envelopeOf, isAlexa } from './envelope.js'

function isAlexaEvent(jovo: Jovo): boolean {
  return isAlexa(jovo) && isEvent(envelopeOf(jovo))
}

/**
 * Acknowledges an event without a handler. Jovo fails a request without a handler, or sends the speech of `UNHANDLED`
 * for an event, which Alexa rejects.
 */
export async function acknowledgeUnroutedEvent(jovo: Jovo): Promise<void> {
  if (!isAlexaEvent(jovo) || (await isRouted(jovo))) return
  jovo.$handleRequest.middlewareCollection.disable('dialogue.router', 'dialogue.logic')
}

async function isRouted(jovo: Jovo): Promise<boolean> {
  try {
    const { resolved } = await new RoutingExecutor(jovo).execute()
    return resolved.type !== BuiltInHandler.Unhandled
  } catch (error) {
    return !(error instanceof MatchingRouteNotFoundError)
  }
}

/**
 * Makes a request with an event fail if its handler throws. Jovo would respond after the error, which acknowledges the
 * event, and Alexa would not deliver it again.
 */
export function failWithEvents(app: App): void {
  const failed = new WeakMap<Jovo, Error>()
  app.onError((error, jovo) => {
    if (jovo !== undefined && isAlexaEvent(jovo)) failed.set(jovo, error)
  })
  app.hook('before.response.start', async (jovo) => {
    const error = failed.get(jovo)
    if (error === undefined) return
    // Jovo sends no response if there is none. Throwing instead would call the app's listeners again.
    jovo.$handleRequest.stopMiddlewareExecution()
    await jovo.$handleRequest.server.fail(error)
  })
}
