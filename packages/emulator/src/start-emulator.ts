import { createProfileApi } from './api/profile-api.js'
import { createProgressiveResponses } from './api/progressive-responses.js'
import { createRequestLog } from './api/request-log.js'
import { serveSigningCertificates } from './api/signing-certificates.js'
import { createTokenStore } from './api/token-store.js'
import { checkOptionNames } from './base/check-option.js'
import { startLoopbackServer } from './base/loopback-server.js'
import { milliseconds } from './base/milliseconds.js'
import { createEmulator } from './create-emulator.js'
import { createCustomer, type ManagedCustomer } from './customer/create-customer.js'
import type { Speaker } from './customer/customer.js'
import type { CustomerData } from './customer/profile-record.js'
import { createCustomers } from './customers.js'
import type { Emulator, RequestClaim } from './emulator.js'
import { type EmulatorOptions, emulatorOptionNames } from './emulator-options.js'
import { createEnvelopes } from './envelopes.js'
import { createEventDelivery } from './events/event-delivery.js'
import { ssmlProblem } from './rules/ssml-problem.js'
import { createSituations } from './situations.js'
import { checkedRuntime } from './skill/lambda-runtime.js'
import { createSkillDefinition, skillOptionNames } from './skill/skill-definition.js'
import { createWatchers } from './watcher.js'

/**
 * Starts a local Alexa on 127.0.0.1: a server with the profile API, and devices that talk to your skill.
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
 * @throws {EmulatorError} `port-unavailable`; `option-invalid`, `option-unknown`, `field-unknown` or `scope-unknown`
 * for invalid options; `skill-package-invalid`.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptionNames('startEmulator', options, emulatorOptionNames)
  const { port = 0, https = false, skill = {} } = options
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
  const envelopes = createEnvelopes({
    apiEndpoint: () => server.url,
    skillId,
    definition,
    tokens,
    progressiveResponses,
  })
  const delivery = createEventDelivery({
    situations: situations.ofEvents,
    timeoutMs,
    runtime,
    retryDelayMs: milliseconds('eventRetryDelayMs', options.eventRetryDelayMs ?? 50),
    definition,
    done: watchers.eventDelivered,
  })
  const create = (data: CustomerData) =>
    createCustomer(data, {
      declaredScopes,
      happened: (customer, type, speaker) =>
        delivery.publish((ageMs) => envelopes.ofEvent({ customer, speaker }, type, ageMs)),
      changed: watchers.changed,
    })
  const customers = createCustomers(create, options.customer)
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
  return createEmulator({
    server,
    definition,
    customers,
    timeoutMs,
    runtime,
    watchers,
    served,
    tokens,
    situations,
    log,
    progressiveResponses,
    envelopes,
    delivery,
  })
}
