import type { ProgressiveResponses } from './api/progressive-responses.js'
import type { RequestLog } from './api/request-log.js'
import type { SituationName } from './api/situation.js'
import type { SituationOptions } from './api/situation-list.js'
import type { TokenStore } from './api/token-store.js'
import { checkOptionNames } from './base/check-option.js'
import { EmulatorError } from './base/emulator-error.js'
import type { LoopbackServer } from './base/loopback-server.js'
import type { ManagedCustomer } from './customer/create-customer.js'
import type { Speaker } from './customer/customer.js'
import type { Customers } from './customers.js'
import { createDevice } from './device/create-device.js'
import { deviceSettings } from './device-options.js'
import type { Emulator, EnvelopeOptions, RequestClaim } from './emulator.js'
import type { Envelopes } from './envelopes.js'
import type { EventDelivery } from './events/event-delivery.js'
import type { EventSituationName } from './events/event-situation.js'
import type { Situations } from './situations.js'
import type { LambdaRuntime } from './skill/lambda-runtime.js'
import { requestSigner } from './skill/request-signer.js'
import { checkedSkill } from './skill/skill.js'
import type { SkillDefinition } from './skill/skill-definition.js'
import type { Watchers } from './watcher.js'
import { newSession, type RequestEnvelope } from './wire/envelope.js'
import type { AlexaRequest, LaunchRequest } from './wire/request.js'

const ownerNames = ['customer', 'speaker']

export interface EmulatorParts {
  readonly server: LoopbackServer
  readonly definition: SkillDefinition
  readonly customers: Customers
  readonly timeoutMs: number
  readonly runtime: LambdaRuntime | undefined
  readonly watchers: Watchers
  /** Everything that is served besides the APIs. The server calls each of these first. */
  readonly served: Set<{ readonly claim: RequestClaim }>
  readonly tokens: TokenStore<ManagedCustomer, Speaker>
  readonly situations: Situations
  readonly log: RequestLog
  readonly progressiveResponses: ProgressiveResponses
  readonly envelopes: Envelopes
  readonly delivery: EventDelivery
}

/** Builds the emulator from its parts, once its server listens. */
export function createEmulator({
  server,
  definition,
  customers,
  timeoutMs,
  runtime,
  watchers,
  ...parts
}: EmulatorParts): Emulator {
  const { served, tokens, situations, log, progressiveResponses, envelopes, delivery } = parts
  const { skillId, declaredScopes } = definition
  let closing: Promise<void> | undefined

  function assertOpen(): void {
    if (closing)
      throw new EmulatorError('emulator-closed', 'This emulator is closed. Start a new one with startEmulator().')
  }

  function envelope(options?: EnvelopeOptions): RequestEnvelope<LaunchRequest>
  function envelope<Type extends string, Members extends object>(
    options: EnvelopeOptions & { request: { type: Type } & Members },
  ): RequestEnvelope<{ type: Type } & Members>
  function envelope(options: EnvelopeOptions & { request?: AlexaRequest } = {}): RequestEnvelope<AlexaRequest> {
    assertOpen()
    checkOptionNames('envelope()', options, [...ownerNames, 'session', 'request'])
    const { session = true, request = { type: 'LaunchRequest' } } = options
    return envelopes.ofRequest(
      customers.ownerOf(options),
      session ? newSession() : undefined,
      deviceSettings({}, definition),
      request,
    )
  }

  return {
    url: server.url,
    certificateAuthority: server.certificateAuthority,
    signer: requestSigner,
    skillId,
    get locales() {
      return [...definition.locales()]
    },
    get defaultLocale() {
      return definition.defaultLocale()
    },
    interactionModel: definition.interactionModel,
    reloadSkillPackage() {
      assertOpen()
      definition.reload()
      watchers.changed()
    },
    customer: customers.first,
    addCustomer(data) {
      assertOpen()
      const added = customers.add(data)
      watchers.changed()
      return added
    },
    get customers() {
      return [...customers.all]
    },
    get declaredScopes() {
      return new Set(declaredScopes())
    },
    declare(scopes) {
      assertOpen()
      definition.declare(scopes)
      watchers.changed()
    },
    situation(name: SituationName | EventSituationName, situationOptions?: SituationOptions) {
      assertOpen()
      situations.add(name, situationOptions)
    },
    get situations() {
      return [...situations.ofApi.active(), ...situations.ofEvents.active()]
    },
    clearSituations(...names) {
      situations.clear(names)
      if (!situations.ofEvents.has('events-reordered')) delivery.release()
    },
    get requests() {
      return log.entries()
    },
    clearRequests: log.clear,
    expireTokens: tokens.expireAll,
    envelope,
    eventEnvelope(type, eventOptions = {}) {
      assertOpen()
      checkOptionNames('eventEnvelope()', eventOptions, ownerNames)
      return envelopes.ofEvent(customers.ownerOf(eventOptions), type, 0)
    },
    subscribe(subscriber) {
      assertOpen()
      return delivery.subscribe(checkedSkill(subscriber, runtime))
    },
    get events() {
      return delivery.entries()
    },
    eventsDelivered: delivery.delivered,
    device(deviceSkill, deviceOptions = {}) {
      assertOpen()
      const settings = deviceSettings(deviceOptions, definition)
      const { customer, speaker } = customers.ownerOf(deviceOptions)
      return createDevice({
        ...settings,
        skill: checkedSkill(deviceSkill, runtime),
        customer,
        speaker,
        timeoutMs,
        runtime,
        definition,
        apiRequestsOf: log.of,
        endProgressiveResponses: progressiveResponses.end,
        envelope(request, currentSpeaker, session, device) {
          assertOpen()
          return envelopes.ofRequest({ customer, speaker: currentSpeaker }, session, device, request)
        },
        watcher: watchers,
      })
    },
    watch: watchers.add,
    serve(claim) {
      const added = { claim }
      served.add(added)
      return () => void served.delete(added)
    },
    close() {
      delivery.stop()
      closing ??= server.close()
      return closing
    },
  }
}
