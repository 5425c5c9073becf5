import type { RequestEnvelope } from '@alexa-profile/core'
import { NotFoundException, Post } from '@nestjs/common'
import { AlexaEnvelope } from '../decorators/alexa-envelope.decorator.js'
import { keyOf, needsHandler } from './request-key.js'

/** Nothing that a class would call a method of its own. */
const name = 'alexa-endpoint'

/**
 * Gives a controller the one route that Alexa posts to. Its method is called for what no handler takes, after the guards and
 * interceptors of the controller like any other.
 */
export function ensureSkillEndpoint(controller: object): void {
  if (name in controller) return
  const descriptor = { value: acknowledgeEvent, configurable: true, writable: true }
  Object.defineProperty(controller, name, descriptor)
  AlexaEnvelope()(controller, name, 0)
  Post()(controller, name, descriptor)

  function acknowledgeEvent(envelope: RequestEnvelope): void {
    if (!needsHandler(envelope)) return
    throw new NotFoundException(
      `No handler takes ${keyOf(envelope)}. Add one with @OnIntent() or the like, or @OnFallback(), to the controller.`,
    )
  }
}
