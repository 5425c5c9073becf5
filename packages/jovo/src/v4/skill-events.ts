import { BuiltInHandler, type Jovo, MatchingRouteNotFoundError, RoutingExecutor } from '@jovotech/framework'

/** Also asked of requests that failed before they got their `$profile`. */
function isSkillEvent({ $profile }: Partial<Jovo>): boolean {
  return ($profile?.permissionEvent ?? $profile?.enablementEvent) !== undefined
}

/** Jovo fails a request without a handler, and says to an event what `UNHANDLED` says. Alexa wants to hear: it arrived. */
export async function acknowledgeUnroutedEvent(jovo: Jovo): Promise<void> {
  if (!isSkillEvent(jovo) || (await isRouted(jovo))) return
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

/** Remembers errors of event handlers. */
export interface EventErrors {
  add(jovo: Jovo | undefined, error: Error): void
  /** Jovo answers after an error, too, and Alexa would take that for an acknowledgement and not send the event again. */
  throwFor(jovo: Jovo): void
}

export function createEventErrors(): EventErrors {
  const errors = new WeakMap<Jovo, Error>()
  return {
    add(jovo, error) {
      if (jovo !== undefined && isSkillEvent(jovo)) errors.set(jovo, error)
    },
    throwFor(jovo) {
      const error = errors.get(jovo)
      if (error !== undefined) throw error
    },
  }
}
