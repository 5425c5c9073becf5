import { scopeOf } from '@alexa-profile/core'
import { type Account, type Customer, createAccount, defaultCustomer, type Speaker } from './customer.js'
import { createDevice, type Device } from './device.js'
import { EmulatorError } from './emulator-error.js'
import {
  type AlexaRequest,
  createEnvelope,
  type LaunchRequest,
  newSession,
  type RequestEnvelope,
  type Session,
} from './envelope.js'
import { startLoopbackServer } from './loopback-server.js'
import { createManifest, personIdScope } from './manifest.js'
import { milliseconds } from './milliseconds.js'
import { addProfileApi } from './profile-api.js'
import type { CustomerData } from './profile-record.js'
import { type ApiRequest, createRequestLog } from './request-log.js'
import type { SituationName } from './situation.js'
import { createSituationList, type SituationOptions } from './situation-list.js'
import { checkedSkill, type Skill } from './skill.js'
import { createTokenStore } from './token-store.js'

const defaultLocale = 'en-US'

export interface EmulatorOptions {
  /** TCP port on 127.0.0.1. Default 0: any that is free. */
  readonly port?: number | undefined
  /** Serve HTTPS, with a certificate made at the start. Trust `certificateAuthority` to connect. Default false. */
  readonly https?: boolean | undefined
  /** What the skill's manifest says. */
  readonly skill?:
    | {
        /** Default: `amzn1.ask.skill.table-talk`. */
        readonly skillId?: string | undefined
        /** As `skill.json` spells them. Default: the four profile scopes and `alexa::person_id:read`. */
        readonly declaredScopes?: readonly string[] | undefined
      }
    | undefined
  /** What Alexa has on file for the first customer. Default: Ann Example, who has a value in each field. */
  readonly customer?: CustomerData | undefined
  /** Milliseconds that a device waits for the skill. Default 8000, as Alexa. */
  readonly skillTimeoutMs?: number | undefined
}

export interface EnvelopeOptions {
  /** Default: the speaker's customer, or else the first. */
  readonly customer?: Customer | undefined
  /** Whom Alexa has recognized. Default: nobody. */
  readonly speaker?: Speaker | undefined
  /** False for a request outside a session. Default true: a new session. */
  readonly session?: boolean | undefined
}

export interface DeviceOptions {
  /** Default `en-US`. */
  readonly locale?: string | undefined
  /** Whose device. Default: the speaker's customer, or else the first. */
  readonly customer?: Customer | undefined
  /** Who talks at first. Default: somebody whom Alexa does not recognize. */
  readonly speaker?: Speaker | undefined
}

/** A local Alexa. After `close`, whatever would need the server throws an `EmulatorError` with the code `emulator-closed`. */
export interface Emulator {
  /** The origin, such as `http://127.0.0.1:52100`: what requests carry as `context.System.apiEndpoint`. */
  readonly url: string
  /** PEM of the root that vouches for the server's certificate; undefined without `https`. */
  readonly certificateAuthority: string | undefined
  /** The first customer. */
  readonly customer: Customer
  /**
   * Another account, with a device and consent of its own.
   *
   * @param data Default: the same as the first customer's default.
   * @throws {EmulatorError} `field-unknown`, `option-invalid`
   */
  addCustomer(data?: CustomerData): Customer
  /**
   * Replaces what the manifest declares.
   *
   * @throws {EmulatorError} `option-invalid` when something in the list is no scope.
   */
  declare(scopes: readonly string[]): void
  /**
   * Puts the profile API in a situation. When several match a request, those for a number of requests come first, in
   * the order they were added; of the others the latest applies.
   *
   * @throws {EmulatorError} `situation-unknown`, `field-unknown`, `option-invalid`
   */
  situation(name: SituationName, options?: SituationOptions): void
  clearSituations(): void
  /** The latest 10,000 requests to the profile API, oldest first: a list of its own, which does not grow. */
  readonly requests: readonly ApiRequest[]
  clearRequests(): void
  /** Kills all tokens issued so far: the API answers them with 401. */
  expireTokens(): void
  /**
   * A request envelope with a fresh token, for tests that need no device. It is a `LaunchRequest` unless `request` says
   * otherwise; `requestId`, `timestamp` and `locale` are added where `request` has none.
   *
   * @throws {EmulatorError} `option-invalid` for a customer or speaker of another emulator or account.
   */
  envelope(options?: EnvelopeOptions): RequestEnvelope<LaunchRequest>
  envelope<Type extends string, Members extends object>(
    options: EnvelopeOptions & { request: { type: Type } & Members },
  ): RequestEnvelope<{ type: Type } & Members>
  /**
   * A device that talks to the skill.
   *
   * @throws {EmulatorError} `option-invalid` for a skill that is neither a function nor an http(s) URL, and as `envelope`.
   */
  device(skill: Skill, options?: DeviceOptions): Device
  /** Stops the server and cuts all connections, also those that hang in a situation. A second call does nothing. */
  close(): Promise<void>
}

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
  const { port = 0, https = false, skill = {}, customer = defaultCustomer } = options
  const { skillId = 'amzn1.ask.skill.table-talk', declaredScopes = [...Object.values(scopeOf), personIdScope] } = skill
  const skillTimeoutMs = milliseconds('skillTimeoutMs', options.skillTimeoutMs ?? 8000)
  const manifest = createManifest(skillId, declaredScopes)
  const first = createAccount(customer, manifest.declaredScopes)
  const accounts = [first]
  const tokens = createTokenStore<Account, Speaker>()
  const situations = createSituationList()
  const log = createRequestLog()
  const server = await startLoopbackServer({ port, https }, (routes, reset) =>
    addProfileApi(routes, { tokens, situations, log, declaredScopes: manifest.declaredScopes, reset }),
  )
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
    return createEnvelope({
      apiEndpoint: server.url,
      token: tokens.issue({ customer: account, speaker }),
      skillId,
      userId: account.userId,
      deviceId: account.deviceId,
      personId: speaker?.personId,
      locale,
      session,
      request,
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
    customer: first,
    addCustomer(data = defaultCustomer) {
      assertOpen()
      const account = createAccount(data, manifest.declaredScopes)
      accounts.push(account)
      return account
    },
    declare(scopes) {
      assertOpen()
      manifest.declare(scopes)
    },
    situation(name, situationOptions) {
      assertOpen()
      situations.add(name, situationOptions)
    },
    clearSituations: situations.clear,
    get requests() {
      return log.entries()
    },
    clearRequests: log.clear,
    expireTokens: tokens.expireAll,
    envelope,
    device(skill, deviceOptions = {}) {
      assertOpen()
      const { locale = defaultLocale, speaker } = deviceOptions
      const account = ownerOf(deviceOptions)
      return createDevice({
        skill: checkedSkill(skill),
        account,
        speaker,
        timeoutMs: skillTimeoutMs,
        declaredScopes: manifest.declaredScopes,
        envelope: (request, currentSpeaker, session) => envelopeFor(account, currentSpeaker, session, locale, request),
      })
    },
    close() {
      closing ??= server.close()
      return closing
    },
  }
}
