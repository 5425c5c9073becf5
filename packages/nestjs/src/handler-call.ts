import type { AlexaResponse, HandlerCall, ProfileClient, ProfileReader, RequestEnvelope } from '@alexa-profile/core'
import type { ShouldAsk } from './alexa-profile-module-options.interface.js'
import { turnOf } from './turn.js'

/** The part of `AlexaProfileService` that a call needs. */
interface Service {
  readonly client: ProfileClient
  readonly shouldAsk: ShouldAsk | undefined
  profileFor(request: object): ProfileReader
}

/**
 * Translates the call of the handler that responds to a request. Handlers have no names here, because the waiting
 * request is routed as before.
 *
 * @param request the envelope or the HTTP request, which need not have passed through Nest
 */
export function handlerCall(request: object, service: Service): HandlerCall<RequestEnvelope, AlexaResponse> {
  const turn = turnOf(request)
  const envelope = turn?.envelope ?? (request as RequestEnvelope)
  return {
    client: service.client,
    reader: service.profileFor(envelope),
    context: envelope,
    shouldAsk: service.shouldAsk,
    envelope,
    consentAnswer: turn?.consentAnswer,
    handler: '',
    remember(change) {
      if (turn?.attributes !== undefined) turn.attributes = change(turn.attributes)
    },
    respond: (response) => response,
  }
}
