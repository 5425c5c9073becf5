import type { RequestEnvelope } from '@alexa-profile/core'
import { NotFoundException, Post } from '@nestjs/common'
import { AlexaEnvelope } from '../decorators/alexa-envelope.decorator.js'
import { keyOf, needsHandler } from './request-key.js'

/** A name that no class would use for a method. */
const name = 'alexa-endpoint'

/**
 * Adds the one route that Alexa posts to. Its method is called for requests without a handler, after the controller's
 * guards and interceptors, like any other method.
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
      `No handler for ${keyOf(envelope)}. Add one to the controller, for example with @OnIntent(), or add @OnFallback().`,
    )
  }
}
