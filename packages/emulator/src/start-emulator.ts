import { randomUUID } from 'node:crypto'
import { scopeOf } from '@alexa-profile/core'
import { addProfileApi } from './api/profile-api.js'
import { createRequestLog } from './api/request-log.js'
import { addSigningCertificates } from './api/signing-certificates.js'
import { type SituationName, situationNames } from './api/situation.js'
import { createSituationList, knownSituation, type SituationOptions } from './api/situation-list.js'
import { createTokenStore, eventTokenLifetimeMs } from './api/token-store.js'
import { EmulatorError } from './base/emulator-error.js'
import { type RequestClaim, startLoopbackServer } from './base/loopback-server.js'
import { milliseconds } from './base/milliseconds.js'
import { type Account, createAccount, defaultCustomer, type Speaker } from './customer/customer.js'
import type { CustomerData } from './customer/profile-record.js'
import { createDevice } from './device/device.js'
import type { Emulator, EmulatorOptions, EnvelopeOptions } from './emulator.js'
import { createEventDelivery } from './events/event-delivery.js'
import {
  createEventSituations,
  type EventSituationName,
  eventSituationNames,
  isEventSituation,
} from './events/event-situation.js'
import { createManifest, personIdScope } from './skill/manifest.js'
import { requestSigner } from './skill/request-signer.js'
import { checkedSkill } from './skill/skill.js'
import { type EmulatorWatcher, nobodyWatches } from './watcher.js'
import {
  type AlexaRequest,
  createEnvelope,
  type LaunchRequest,
  newRequestId,
  newSession,
  type RequestEnvelope,
  type Session,
} from './wire/envelope.js'
import { createEventEnvelope, type EventEnvelope, type SkillEventOf, type SkillEventType } from './wire/skill-event.js'

const defaultLocale = 'en-US'

/**
 * Starts a local Alexa on 127.0.0.1: the profile API as a real server, and a remote control for it.
 *
 * @example
 * import { startEmulator } from '@alexa-profile/emulator'
 *
 * const skill = () => ({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: 'Hello.' } } })
 * const emulator = await startEmulator()
 * const turn = await emulator.device(skill).open()
 * console.log(turn.speech) // Hello.
 * await emulator.close()
 *
 * @throws {EmulatorError} `port-unavailable`; `option-invalid`, `field-unknown` for bad options.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return launchEmulator(options)
}

/** `startEmulator` for whoever wants to watch, or to serve something of their own on the same port. */
export async function launchEmulator(
  options: EmulatorOptions,
  { watcher = nobodyWatches, also }: { watcher?: EmulatorWatcher; also?: RequestClaim } = {},
): Promise<Emulator> {
  const { port = 0, https = false, skill = {}, customer = defaultCustomer } = options
  const { skillId = 'amzn1.ask.skill.table-talk', declaredScopes = [...Object.values(scopeOf), personIdScope] } = skill
  const skillTimeoutMs = milliseconds('skillTimeoutMs', options.skillTimeoutMs ?? 8000)
  const manifest = createManifest(skillId, declaredScopes)
  const tokens = createTokenStore<Account, Speaker>()
  const situations = createSituationList(watcher.changed)
  const eventSituations = createEventSituations(watcher.changed)
  const delivery = createEventDelivery({
    situations: eventSituations,
    timeoutMs: skillTimeoutMs,
    retryDelayMs: milliseconds('eventRetryDelayMs', options.eventRetryDelayMs ?? 50),
    declaredScopes: manifest.declaredScopes,
    done: watcher.eventDelivered,
  })
  const newAccount = (data: CustomerData) =>
    createAccount(data, {
      declaredScopes: manifest.declaredScopes,
      happened: (account, type, speaker) =>
        delivery.publish((ageMs) => eventEnvelopeFor(account, speaker, type, ageMs)),
      changed: watcher.changed,
    })
  const first = newAccount(customer)
  const accounts = [first]
  const log = createRequestLog(watcher.apiRequest)
  const server = await startLoopbackServer({ port, https, also }, (routes, reset) => {
    addSigningCertificates(routes)
    addProfileApi(routes, { tokens, situations, log, declaredScopes: manifest.declaredScopes, reset })
  })
  let latestEventMs = 0
  let closing: Promise<void> | undefined

  function assertOpen(): void {
    if (closing) throw new EmulatorError('emulator-closed', 'Start another one with startEmulator().')
  }

  /** Whose request it is; refuses customers and speakers that are not this emulator's. */
  function ownerOf({ customer, speaker }: Pick<EnvelopeOptions, 'customer' | 'speaker'>): Account {
    const wanted = customer ?? speaker?.customer ?? first
    const account = accounts.find((candidate) => candidate === wanted)
    if (account && (speaker?.customer ?? account) === account) return account
    throw new EmulatorError('option-invalid', "customer must be this emulator's, and speaker one of that customer's.")
  }

  function envelopeFor<Request extends AlexaRequest>(
    account: Account,
    speaker: Speaker | undefined,
    session: Pick<Session, 'new' | 'sessionId' | 'attributes'> | undefined,
    locale: string,
    request: Request,
  ): RequestEnvelope<Request> {
    assertOpen()
    if (!account.skillEnabled) throw new EmulatorError('skill-disabled', 'Call enableSkill() of the customer first.')
    const requestId = ownRequestId(request) ?? newRequestId()
    return createEnvelope({
      apiEndpoint: server.url,
      token: tokens.issue({ customer: account, speaker, envelopeRequestId: requestId }),
      requestId,
      skillId,
      userId: account.userId,
      deviceId: account.deviceId,
      personId: speaker?.personId,
      locale,
      session,
      request,
    })
  }

  function eventEnvelopeFor<Type extends SkillEventType>(
    account: Account,
    speaker: Speaker | undefined,
    type: Type,
    ageMs: number,
  ): EventEnvelope<SkillEventOf<Type>> {
    latestEventMs = Math.max(Date.now(), latestEventMs + 1000)
    const requestId = randomUUID()
    return createEventEnvelope({
      apiEndpoint: server.url,
      token: tokens.issue({ customer: account, speaker, envelopeRequestId: requestId }, eventTokenLifetimeMs - ageMs),
      requestId,
      skillId,
      userId: account.userId,
      granted: account.granted,
      speaker,
      type,
      createdAtMs: latestEventMs - ageMs,
    })
  }

  function envelope(options?: EnvelopeOptions): RequestEnvelope<LaunchRequest>
  function envelope<Type extends string, Members extends object>(
    options: EnvelopeOptions & { request: { type: Type } & Members },
  ): RequestEnvelope<{ type: Type } & Members>
  function envelope(options: EnvelopeOptions & { request?: AlexaRequest } = {}): RequestEnvelope<AlexaRequest> {
    const { speaker, session = true, request = { type: 'LaunchRequest' } } = options
    return envelopeFor(ownerOf(options), speaker, session ? newSession() : undefined, defaultLocale, request)
  }

  return {
    url: server.url,
    certificateAuthority: server.certificateAuthority,
    signer: requestSigner,
    skillId,
    customer: first,
    addCustomer(data = defaultCustomer) {
      assertOpen()
      const account = newAccount(data)
      accounts.push(account)
      watcher.changed()
      return account
    },
    get customers() {
      return [...accounts]
    },
    get declaredScopes() {
      return new Set(manifest.declaredScopes())
    },
    declare(scopes) {
      assertOpen()
      manifest.declare(scopes)
      watcher.changed()
    },
    situation(name: SituationName | EventSituationName, situationOptions?: SituationOptions) {
      assertOpen()
      if (isEventSituation(name)) eventSituations.add(name, situationOptions)
      else situations.add(name, situationOptions)
    },
    get situations() {
      return [...situations.active(), ...eventSituations.active()]
    },
    clearSituations(...names) {
      const cleared = names.length === 0 ? [...situationNames, ...eventSituationNames] : names.map(knownSituation)
      situations.clear(cleared)
      eventSituations.clear(cleared)
      if (!eventSituations.has('events-reordered')) delivery.release()
    },
    get requests() {
      return log.entries()
    },
    clearRequests: log.clear,
    expireTokens: tokens.expireAll,
    envelope,
    eventEnvelope(type, eventOptions = {}) {
      assertOpen()
      return eventEnvelopeFor(ownerOf(eventOptions), eventOptions.speaker, type, 0)
    },
    subscribe(skill) {
      assertOpen()
      return delivery.subscribe(checkedSkill(skill))
    },
    get events() {
      return delivery.entries()
    },
    eventsDelivered: delivery.delivered,
    device(skill, deviceOptions = {}) {
      assertOpen()
      const { locale = defaultLocale, speaker } = deviceOptions
      const account = ownerOf(deviceOptions)
      return createDevice({
        skill: checkedSkill(skill),
        locale,
        account,
        speaker,
        timeoutMs: skillTimeoutMs,
        declaredScopes: manifest.declaredScopes,
        envelope: (request, currentSpeaker, session, currentLocale) =>
          envelopeFor(account, currentSpeaker, session, currentLocale, request),
        watcher,
      })
    },
    close() {
      delivery.stop()
      closing ??= server.close()
      return closing
    },
  }
}

function ownRequestId(request: AlexaRequest): string | undefined {
  return 'requestId' in request && typeof request.requestId === 'string' ? request.requestId : undefined
}
