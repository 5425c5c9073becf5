import { createProfileApi } from './api/profile-api.js'
import { createProgressiveResponses } from './api/progressive-responses.js'
import { createRequestLog } from './api/request-log.js'
import { serveSigningCertificates } from './api/signing-certificates.js'
import type { SituationName } from './api/situation.js'
import type { SituationOptions } from './api/situation-list.js'
import { createTokenStore } from './api/token-store.js'
import { checkOptionNames } from './base/check-option.js'
import { EmulatorError } from './base/emulator-error.js'
import { isObject } from './base/is-object.js'
import { startLoopbackServer } from './base/loopback-server.js'
import { milliseconds } from './base/milliseconds.js'
import { createCustomer, type ManagedCustomer } from './customer/create-customer.js'
import type { Speaker } from './customer/customer.js'
import { defaultCustomer } from './customer/default-data.js'
import { abilitiesOf } from './customer/device-kind.js'
import type { CustomerData } from './customer/profile-record.js'
import { createDevice } from './device/create-device.js'
import type { DeviceOptions, Emulator, EmulatorOptions, EnvelopeOptions, RequestClaim } from './emulator.js'
import { createEnvelopes, type EnvelopeDevice, type EnvelopeOwner } from './envelopes.js'
import { createEventDelivery } from './events/event-delivery.js'
import type { EventSituationName } from './events/event-situation.js'
import { ssmlProblem } from './rules/ssml-problem.js'
import { createSituations } from './situations.js'
import { checkedRuntime } from './skill/lambda-runtime.js'
import { checkedLocale } from './skill/locale.js'
import { requestSigner } from './skill/request-signer.js'
import { checkedSkill } from './skill/skill.js'
import { createSkillDefinition, skillOptionNames } from './skill/skill-definition.js'
import { createWatchers } from './watcher.js'
import { newSession, type RequestEnvelope } from './wire/envelope.js'
import type { AlexaRequest, LaunchRequest } from './wire/request.js'

/** Below this, other skills' sentences are taken for those of the skill too often. */
const defaultMinimumConfidence = 0.45

const optionNames = [
  'port',
  'https',
  'skillPackage',
  'skill',
  'customer',
  'runtime',
  'skillTimeoutMs',
  'eventRetryDelayMs',
]
const ownerNames = ['customer', 'speaker']
const deviceOptionNames = [
  ...ownerNames,
  'locale',
  'kind',
  'supportedInterfaces',
  'context',
  'now',
  'timeZone',
  'minimumConfidence',
]

/**
 * Starts a local Alexa on 127.0.0.1: the profile API as a real server, and devices that talk to your skill.
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
 * @throws {EmulatorError} `port-unavailable`; `option-invalid`, `option-unknown`, `field-unknown`, `scope-unknown` for bad
 * options; `skill-package-invalid`.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptionNames('startEmulator', options, optionNames)
  const { port = 0, https = false, skill = {}, customer: firstData = defaultCustomer } = options
  checkOptionNames('skill', skill, skillOptionNames)
  const timeoutMs = milliseconds('skillTimeoutMs', options.skillTimeoutMs ?? 8000)
  const runtime = checkedRuntime(options.runtime)
  const definition = createSkillDefinition(skill, options.skillPackage)
  const { skillId, declaredScopes } = definition
  const watchers = createWatchers()
  const served = new Set<{ readonly claim: RequestClaim }>()
  const tokens = createTokenStore<ManagedCustomer, Speaker>()
  const situations = createSituations(watchers.changed)
  const log = createRequestLog(watchers.apiRequest)
  const progressiveResponses = createProgressiveResponses(ssmlProblem)
  const envelopes = createEnvelopes({ apiEndpoint: () => server.url, skillId, tokens, progressiveResponses })
  const delivery = createEventDelivery({
    situations: situations.ofEvents,
    timeoutMs,
    runtime,
    retryDelayMs: milliseconds('eventRetryDelayMs', options.eventRetryDelayMs ?? 50),
    definition,
    done: watchers.eventDelivered,
  })
  const newCustomer = (data: CustomerData) =>
    createCustomer(data, {
      declaredScopes,
      happened: (customer, type, speaker) =>
        delivery.publish((ageMs) => envelopes.ofEvent({ customer, speaker }, type, ageMs)),
      changed: watchers.changed,
    })
  const first = newCustomer(firstData)
  const customers = [first]
  const profileApi = createProfileApi({
    tokens,
    situations: situations.ofApi,
    log,
    progressiveResponses,
    declaredScopes,
    reset: (request) => server.reset(request),
  })
  const server = await startLoopbackServer({ port, https }, async (request, response) => {
    for (const { claim } of served) if (claim(request, response)) return
    if (!(await serveSigningCertificates(request, response))) await profileApi(request, response)
  })
  let closing: Promise<void> | undefined

  function assertOpen(): void {
    if (closing) throw new EmulatorError('emulator-closed', 'Start another one with startEmulator().')
  }

  /** Refuses customers and speakers that are not this emulator's. */
  function ownerOf({ customer, speaker }: Pick<EnvelopeOptions, 'customer' | 'speaker'>): EnvelopeOwner {
    const wanted = customer ?? speaker?.customer ?? first
    const owner = customers.find((candidate) => candidate === wanted)
    if (owner && (speaker?.customer ?? owner) === owner) return { customer: owner, speaker }
    throw new EmulatorError('option-invalid', "customer must be this emulator's, and speaker one of that customer's.")
  }

  function deviceOf(options: Omit<DeviceOptions, 'customer' | 'speaker'>): EnvelopeDevice {
    const { kind = 'echo', locale = definition.defaultLocale(), now = () => new Date() } = options
    const { supportedInterfaces = {}, context = {} } = options
    if (typeof now !== 'function' || !isObject(supportedInterfaces) || !isObject(context) || 'System' in context) {
      const shapes = 'now must be a function; supportedInterfaces and context objects, context without System.'
      throw new EmulatorError('option-invalid', shapes)
    }
    const abilities = abilitiesOf(kind, definition.mayUse)
    return {
      locale: checkedLocale('locale', locale),
      abilities: {
        supportedInterfaces: options.supportedInterfaces ?? abilities.supportedInterfaces,
        context: { ...abilities.context, ...context },
      },
      now,
    }
  }

  function envelope(options?: EnvelopeOptions): RequestEnvelope<LaunchRequest>
  function envelope<Type extends string, Members extends object>(
    options: EnvelopeOptions & { request: { type: Type } & Members },
  ): RequestEnvelope<{ type: Type } & Members>
  function envelope(options: EnvelopeOptions & { request?: AlexaRequest } = {}): RequestEnvelope<AlexaRequest> {
    assertOpen()
    checkOptionNames('envelope()', options, [...ownerNames, 'session', 'request'])
    const { session = true, request = { type: 'LaunchRequest' } } = options
    return envelopes.ofRequest(ownerOf(options), session ? newSession() : undefined, deviceOf({}), request)
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
    customer: first,
    addCustomer(data = defaultCustomer) {
      assertOpen()
      const added = newCustomer(data)
      customers.push(added)
      watchers.changed()
      return added
    },
    get customers() {
      return [...customers]
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
      return envelopes.ofEvent(ownerOf(eventOptions), type, 0)
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
      checkOptionNames('device()', deviceOptions, deviceOptionNames)
      const { customer, speaker } = ownerOf(deviceOptions)
      return createDevice({
        ...deviceOf(deviceOptions),
        ...hearingOf(deviceOptions),
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

/** How a device understands words. @throws {EmulatorError} `option-invalid` */
function hearingOf({ timeZone, minimumConfidence = defaultMinimumConfidence }: DeviceOptions) {
  if (typeof minimumConfidence !== 'number' || !(minimumConfidence >= 0 && minimumConfidence <= 1)) {
    throw new EmulatorError('option-invalid', 'minimumConfidence must be a number from 0 to 1.')
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new EmulatorError('option-invalid', 'timeZone must be the name of a time zone, such as Europe/Berlin.')
  }
  return { timeZone, minimumConfidence }
}

function isTimeZone(name: unknown): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(name) })
    return typeof name === 'string'
  } catch {
    return false
  }
}
