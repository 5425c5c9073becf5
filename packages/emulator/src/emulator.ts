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

/** Options of `emulator.envelope()`. */
export interface EnvelopeOptions {
  /** The customer of the request. Default: the speaker's customer, or else the first customer. */
  readonly customer?: Customer | undefined
  /** The speaker whose voice Alexa has recognized. Default: none. */
  readonly speaker?: Speaker | undefined
  /** Whether the request has a session. Default true: a new session. */
  readonly session?: boolean | undefined
}

/** Responds to a request and returns true, or returns false to leave the request to the profile API. */
export type RequestClaim = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * A local Alexa. After `close`, calls that need the server throw an `EmulatorError` with the code `emulator-closed`.
 */
export interface Emulator {
  /** The origin, such as `http://127.0.0.1:52100`. Requests carry it as `context.System.apiEndpoint`. */
  readonly url: string
  /** The root of the server's certificate, as PEM. Undefined without `https`. */
  readonly certificateAuthority: string | undefined
  /**
   * Returns the signer of requests to a skill at a URL. The skill's verifier must trust its root. Tests that send
   * requests themselves can sign them with it. A skill in another process finds `root` and `certificateChain` at
   * `/signing/root.pem` and `/signing/certificate-chain.pem` of `url`. All emulators of a process share one signer.
   */
  signer(): Promise<RequestSigner>
  readonly skillId: string
  /** The locales that the skill supports, from its skill package or `interactionModels`. Empty if there is neither. */
  readonly locales: readonly string[]
  /**
   * The locale of devices without the option `locale`: `en-US`, or the skill's first locale if it does not support
   * `en-US`.
   */
  readonly defaultLocale: string
  /** Returns what customers can say in a locale, or undefined if the skill has no interaction model for it. */
  interactionModel(locale: string): InteractionModel | undefined
  /**
   * Reads the skill package again after its files have changed. Does nothing without a skill package.
   *
   * @throws {EmulatorError} `skill-package-invalid`. Then nothing has changed.
   */
  reloadSkillPackage(): void
  /** The first customer. */
  readonly customer: Customer
  /**
   * Adds another customer with their own device and consent.
   *
   * @param data Default: Ann Example, as for the first customer.
   * @throws {EmulatorError} `field-unknown`, `option-invalid`
   */
  addCustomer(data?: CustomerData): Customer
  /** A copy of the list of customers, in the order in which they were added. */
  readonly customers: readonly Customer[]
  /** A copy of the scopes that the manifest declares now. */
  readonly declaredScopes: ReadonlySet<string>
  /**
   * Replaces the scopes that the manifest declares.
   *
   * @throws {EmulatorError} `option-invalid`; `scope-unknown` for a scope that does not exist.
   */
  declare(scopes: readonly string[]): void
  /** Changes how later skill events are delivered, until cleared. Several situations can be active at a time. */
  situation(name: EventSituationName, options?: EventSituationOptions): void
  /**
   * Puts the profile API in a situation. If several match a request, those for a number of requests come first, in the
   * order in which they were added. Of the others, the latest applies.
   *
   * @throws {EmulatorError} `situation-unknown`, `field-unknown`, `option-invalid`, `option-unknown`
   */
  situation(name: SituationName, options?: SituationOptions): void
  /** The active situations: those of the profile API in the order in which they apply, then those of skill events. */
  readonly situations: readonly (ActiveSituation | ActiveEventSituation)[]
  /**
   * Ends all situations, or those with these names. Delivers events that were held back, unless they are still to be
   * reordered.
   *
   * @throws {EmulatorError} `situation-unknown`
   */
  clearSituations(...names: (SituationName | EventSituationName)[]): void
  /** A copy of the list of the latest 10,000 requests to the profile API, oldest first. */
  readonly requests: readonly ApiRequest[]
  clearRequests(): void
  /** Expires all tokens issued so far: the API responds with 401. */
  expireTokens(): void
  /**
   * Creates a request envelope with a fresh token, for tests that need no device. It contains a `LaunchRequest` unless
   * the option `request` is given. `requestId`, `timestamp` and `locale` are added if `request` lacks them.
   *
   * @throws {EmulatorError} `option-invalid` for a customer or speaker of another emulator or customer,
   * `option-unknown`; `skill-disabled`.
   */
  envelope(options?: EnvelopeOptions): RequestEnvelope<LaunchRequest>
  envelope<Type extends string, Members extends object>(
    options: EnvelopeOptions & { request: { type: Type } & Members },
  ): RequestEnvelope<{ type: Type } & Members>
  /**
   * Creates the envelope of a skill event, for tests that need no delivery. It contains what the customer, and the
   * speaker if given, has granted by now. Each envelope is at least one second younger than the one before, because
   * Alexa writes whole seconds and the order must be visible.
   *
   * @throws {EmulatorError} `option-invalid` as `envelope`.
   */
  eventEnvelope<Type extends SkillEventType>(
    type: Type,
    options?: Pick<EnvelopeOptions, 'customer' | 'speaker'>,
  ): EventEnvelope<SkillEventOf<Type>>
  /**
   * Delivers later skill events that the skill package subscribes to: one for each change of consent that has an
   * effect, and one each time a customer disables or enables the skill. Events are sent one after the other. An event
   * is sent up to three times if the skill throws, takes too long or returns no response. (Alexa retries for up to an
   * hour.) Never throws because of the skill: the outcome is in `events`.
   *
   * @returns A function that ends the subscription. Events that have happened by then are still delivered.
   * @throws {EmulatorError} `option-invalid` for a skill that is neither a function nor an http(s) URL.
   */
  subscribe(skill: Skill): () => void
  /**
   * A copy of the list of the latest 10,000 events, oldest first. It contains events that were acknowledged or given
   * up, and events to which the skill has not subscribed.
   */
  readonly events: readonly DeliveredEvent[]
  /**
   * Resolves when the emulator has finished delivering all events, including events that happen meanwhile. After
   * `close`, it resolves at once. A skill must not await it while it handles an event.
   */
  eventsDelivered(): Promise<void>
  /**
   * Creates a device that talks to the skill.
   *
   * @throws {EmulatorError} `option-invalid` for a skill that is neither a function nor an http(s) URL, for a locale
   * that does not look like `en-US` and for an unknown kind; otherwise as `envelope`.
   */
  device(skill: Skill, options?: DeviceOptions): Device
  /**
   * Calls the watcher with everything that happens from now on, for tools such as the web console or a log. An error
   * that the watcher throws becomes a process warning.
   *
   * @returns A function that stops it.
   */
  watch(watcher: EmulatorWatcher): () => void
  /**
   * Serves other requests on the emulator's port, such as a page. `claim` is called with each request before the
   * profile API.
   *
   * @returns A function that stops it.
   */
  serve(claim: RequestClaim): () => void
  /**
   * Stops the server and closes all connections, including those that hang in a situation. Events that are not
   * delivered yet are dropped. A second call does nothing.
   */
  close(): Promise<void>
}
