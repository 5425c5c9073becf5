import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiRequest } from './api/request-log.js'
import type { SituationName } from './api/situation.js'
import type { ActiveSituation, SituationOptions } from './api/situation-list.js'
import type { Customer, Speaker } from './customer/customer.js'
import type { CustomerData } from './customer/profile-record.js'
import type { Device } from './device/device.js'
import type { DeviceOptions } from './device-options.js'
import type { DeliveredEvent } from './events/event-delivery.js'
import type { ActiveEventSituation, EventSituationName, EventSituationOptions } from './events/event-situation.js'
import type { InteractionModel } from './skill/interaction-model.js'
import type { RequestSigner } from './skill/request-signer.js'
import type { Skill } from './skill/skill.js'
import type { EmulatorWatcher } from './watcher.js'
import type { RequestEnvelope } from './wire/envelope.js'
import type { LaunchRequest } from './wire/request.js'
import type { EventEnvelope, SkillEventOf, SkillEventType } from './wire/skill-event.js'

export interface EnvelopeOptions {
  /** Default: the speaker's customer, or else the first. */
  readonly customer?: Customer | undefined
  /** The speaker whom Alexa has recognized. Default: none. */
  readonly speaker?: Speaker | undefined
  /** False for a request outside a session. Default true: a new session. */
  readonly session?: boolean | undefined
}

/** Takes a request, and responds to it; or returns false and leaves it to the profile API. */
export type RequestClaim = (request: IncomingMessage, response: ServerResponse) => boolean

/** A local Alexa. After `close`, everything that needs the server throws an `EmulatorError` with the code `emulator-closed`. */
export interface Emulator {
  /** The origin, such as `http://127.0.0.1:52100`: what requests carry as `context.System.apiEndpoint`. */
  readonly url: string
  /** PEM of the root that vouches for the server's certificate; undefined without `https`. */
  readonly certificateAuthority: string | undefined
  /**
   * What devices and events sign with that reach their skill at a URL, for the skill's verifier to trust; for tests
   * that send requests themselves it signs them. A skill in another process finds `root` and `certificateChain` at
   * `/signing/root.pem` and `/signing/certificate-chain.pem` of `url`. All emulators of a process have the same signer.
   */
  signer(): Promise<RequestSigner>
  readonly skillId: string
  /** In which the skill can be used, by its skill package or `interactionModels`; empty if there is neither. */
  readonly locales: readonly string[]
  /** Of devices that name none: `en-US`, or the first locale of a skill that lacks it. */
  readonly defaultLocale: string
  /** What customers can say in a locale; undefined if the skill has no interaction model for it. */
  interactionModel(locale: string): InteractionModel | undefined
  /**
   * Reads the skill package again, after a change of its files. Without one, it does nothing.
   *
   * @throws {EmulatorError} `skill-package-invalid`, and then nothing has changed.
   */
  reloadSkillPackage(): void
  /** The first customer. */
  readonly customer: Customer
  /**
   * Adds another customer, with their own device and consent.
   *
   * @param data Default: the same as the first customer's default.
   * @throws {EmulatorError} `field-unknown`, `option-invalid`
   */
  addCustomer(data?: CustomerData): Customer
  /** All customers, the first one first: a copy, which does not grow. */
  readonly customers: readonly Customer[]
  /** What the manifest declares now: a copy. */
  readonly declaredScopes: ReadonlySet<string>
  /**
   * Replaces what the manifest declares.
   *
   * @throws {EmulatorError} `option-invalid`; `scope-unknown` for a scope that does not exist.
   */
  declare(scopes: readonly string[]): void
  /** Changes how skill events are delivered that happen from now on, until cleared. Several can be on at a time. */
  situation(name: EventSituationName, options?: EventSituationOptions): void
  /**
   * Puts the profile API in a situation. When several match a request, those for a number of requests come first, in
   * the order they were added; of the others the latest applies.
   *
   * @throws {EmulatorError} `situation-unknown`, `field-unknown`, `option-invalid`, `option-unknown`
   */
  situation(name: SituationName, options?: SituationOptions): void
  /** What is on: first those of the profile API, in the order in which they apply, then those of skill events. */
  readonly situations: readonly (ActiveSituation | ActiveEventSituation)[]
  /**
   * Ends all situations, or those of these names. Events that were held back are delivered, unless they still are to be
   * reordered.
   *
   * @throws {EmulatorError} `situation-unknown`
   */
  clearSituations(...names: (SituationName | EventSituationName)[]): void
  /** The latest 10,000 requests to the profile API, oldest first: a copy, which does not grow. */
  readonly requests: readonly ApiRequest[]
  clearRequests(): void
  /** Expires all tokens issued so far: the API responds with 401. */
  expireTokens(): void
  /**
   * A request envelope with a fresh token, for tests that need no device. It is a `LaunchRequest` unless `request` says
   * otherwise; `requestId`, `timestamp` and `locale` are added where `request` has none.
   *
   * @throws {EmulatorError} `option-invalid` for a customer or speaker of another emulator or customer, `option-unknown`;
   * `skill-disabled`.
   */
  envelope(options?: EnvelopeOptions): RequestEnvelope<LaunchRequest>
  envelope<Type extends string, Members extends object>(
    options: EnvelopeOptions & { request: { type: Type } & Members },
  ): RequestEnvelope<{ type: Type } & Members>
  /**
   * The envelope of a skill event, for tests that need no delivery: a snapshot of what the customer, and the speaker if
   * one is given, has granted by now. Each is at least a second younger than the one before, so that their order shows:
   * Alexa writes whole seconds.
   *
   * @throws {EmulatorError} `option-invalid` as `envelope`.
   */
  eventEnvelope<Type extends SkillEventType>(
    type: Type,
    options?: Pick<EnvelopeOptions, 'customer' | 'speaker'>,
  ): EventEnvelope<SkillEventOf<Type>>
  /**
   * Delivers the skill events that happen from now on and that the skill package subscribes to: one for each change of consent that changed something, and when a
   * customer disables or enables the skill. They go out soon after, one after the other, and each again when the skill
   * threw, took too long or returned no response: three times in all. (Alexa repeats for up to an hour.) What the skill
   * does is in `events`; nothing is thrown.
   *
   * @returns Ends the subscription. Events that have happened by then are still delivered.
   * @throws {EmulatorError} `option-invalid` for a skill that is neither a function nor an http(s) URL.
   */
  subscribe(skill: Skill): () => void
  /**
   * The latest 10,000 events that were acknowledged or given up, or that the skill has not subscribed to, oldest first: a
   * copy, which does not grow.
   */
  readonly events: readonly DeliveredEvent[]
  /**
   * Resolves when every event has been acknowledged or given up, also those that happen meanwhile; after `close` at once.
   * Not to be awaited by a skill while it handles an event.
   */
  eventsDelivered(): Promise<void>
  /**
   * A device that talks to the skill.
   *
   * @throws {EmulatorError} `option-invalid` for a skill that is neither a function nor an http(s) URL, for a locale without
   * the form of `en-US` and for an unknown kind; and as `envelope`.
   */
  device(skill: Skill, options?: DeviceOptions): Device
  /**
   * Calls the watcher with everything that happens from now on, for tools that show it: the web console, a log. What it
   * throws becomes a warning of the process.
   *
   * @returns Ends it.
   */
  watch(watcher: EmulatorWatcher): () => void
  /**
   * Serves more on the emulator's own port, such as a page: `claim` is called with each request before the profile API.
   *
   * @returns Ends it.
   */
  serve(claim: RequestClaim): () => void
  /**
   * Stops the server and cuts all connections, also those that hang in a situation. Events that are not delivered yet are
   * dropped. A second call does nothing.
   */
  close(): Promise<void>
}
