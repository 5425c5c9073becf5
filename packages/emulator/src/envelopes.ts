import { randomUUID } from 'node:crypto'
import type { ProgressiveResponses } from './api/progressive-responses.js'
import { eventTokenLifetimeMs, type TokenStore } from './api/token-store.js'
import { EmulatorError } from './base/emulator-error.js'
import type { ManagedCustomer } from './customer/create-customer.js'
import type { Speaker } from './customer/customer.js'
import type { DeviceAbilities } from './customer/device-kind.js'
import type { SkillDefinition } from './skill/skill-definition.js'
import { createEnvelope, newRequestId, type RequestEnvelope, type SessionState } from './wire/envelope.js'
import type { AlexaRequest } from './wire/request.js'
import { createEventEnvelope, type EventEnvelope, type SkillEventOf, type SkillEventType } from './wire/skill-event.js'

/** The customer and speaker of an envelope. */
export interface EnvelopeOwner {
  readonly customer: ManagedCustomer
  readonly speaker: Speaker | undefined
}

/** What an envelope contains about the device. */
export interface EnvelopeDevice {
  readonly locale: string
  readonly abilities: DeviceAbilities
  readonly now: () => Date
}

export interface Envelopes {
  /** Creates the envelope of a request. @throws {EmulatorError} `skill-disabled` */
  ofRequest<Request extends AlexaRequest>(
    owner: EnvelopeOwner,
    session: SessionState | undefined,
    device: EnvelopeDevice,
    request: Request,
  ): RequestEnvelope<Request>
  /** Creates the envelope of a skill event. @param ageMs How long ago the event was created. */
  ofEvent<Type extends SkillEventType>(
    owner: EnvelopeOwner,
    type: Type,
    ageMs: number,
  ): EventEnvelope<SkillEventOf<Type>>
}

export interface EnvelopesParts {
  /** The emulator's origin, which is known once it listens. */
  readonly apiEndpoint: () => string
  readonly skillId: string
  readonly definition: Pick<SkillDefinition, 'declaredScopes' | 'hasManifest'>
  readonly tokens: Pick<TokenStore<ManagedCustomer, Speaker>, 'issue'>
  readonly progressiveResponses: Pick<ProgressiveResponses, 'begin'>
}

/**
 * Scopes whose state Alexa reports in `user.permissions.scopes`.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/location-services-for-alexa-skills.html (read 2026-11-29)
 */
const scopesInRequests = ['alexa::devices:all:geolocation:read']

/** Creates the JSON that Alexa posts, each with its own token. */
export function createEnvelopes({
  apiEndpoint,
  skillId,
  tokens,
  progressiveResponses,
  definition,
}: EnvelopesParts): Envelopes {
  let latestEventMs = 0

  /** Without a manifest, every scope counts as declared, and only granted scopes are reported. */
  function toldScopesOf({ granted }: ManagedCustomer): ReadonlyMap<string, boolean> {
    const isTold = (scope: string) =>
      granted.has(scope) || (definition.hasManifest() && definition.declaredScopes().has(scope))
    return new Map(scopesInRequests.filter(isTold).map((scope) => [scope, granted.has(scope)]))
  }

  return {
    ofRequest({ customer, speaker }, session, { locale, abilities, now }, request) {
      if (!customer.skillEnabled)
        throw new EmulatorError(
          'skill-disabled',
          'The customer has disabled the skill. Call enableSkill() of the customer first.',
        )
      const requestId = requestIdIn(request) ?? newRequestId()
      progressiveResponses.begin(requestId, request.type)
      return createEnvelope({
        apiEndpoint: apiEndpoint(),
        token: tokens.issue({ customer, speaker, envelopeRequestId: requestId }),
        requestId,
        skillId,
        userId: customer.userId,
        accessToken: customer.linkedAccount,
        hasConsent: hasConsent(customer, speaker),
        toldScopes: toldScopesOf(customer),
        deviceId: customer.deviceId,
        ...abilities,
        timeMs: now().getTime(),
        personId: speaker?.personId,
        locale,
        session,
        request,
      })
    },
    ofEvent({ customer, speaker }, type, ageMs) {
      latestEventMs = Math.max(Date.now(), latestEventMs + 1000)
      const requestId = randomUUID()
      const lifetimeMs = eventTokenLifetimeMs - ageMs
      return createEventEnvelope({
        apiEndpoint: apiEndpoint(),
        token: tokens.issue({ customer, speaker, envelopeRequestId: requestId }, lifetimeMs),
        requestId,
        skillId,
        userId: customer.userId,
        granted: customer.granted,
        speaker,
        type,
        createdAtMs: latestEventMs - ageMs,
      })
    },
  }
}

function hasConsent(customer: ManagedCustomer, speaker: Speaker | undefined): boolean {
  return customer.granted.size > 0 || (speaker?.granted.size ?? 0) > 0
}

function requestIdIn(request: AlexaRequest): string | undefined {
  return 'requestId' in request && typeof request.requestId === 'string' ? request.requestId : undefined
}
