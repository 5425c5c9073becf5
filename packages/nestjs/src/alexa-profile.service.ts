import {
  type AlexaResponse,
  type ConsentAnswer,
  createProfileClient,
  createRequirement,
  integrationOptions,
  type Obstacle,
  type ProfileClient,
  ProfileError,
  type ProfileReader,
  type RequestEnvelope,
  type RespondToOptions,
  type SpeechOptions,
} from '@alexa-profile/core'
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common'
import { ALEXA_PROFILE_OPTIONS } from './alexa-profile.tokens.js'
import type { AlexaProfileModuleOptions, ShouldAsk } from './alexa-profile-module-options.interface.js'
import { handlerCall } from './handler-call.js'
import { timeLeftMs, turnOf } from './turn.js'

/** How to ask, and what to say. */
export interface AskingOptions extends Omit<RespondToOptions, 'envelope' | 'waitingHandler'> {
  /** Whether to ask this customer for consent now, if `ask` is not set. Default: the module's option. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/** Reads profiles and asks for consent in handlers and providers that need more than the decorators. One per app. */
@Injectable()
export class AlexaProfileService implements OnModuleDestroy, OnApplicationShutdown {
  /** The client that reads. */
  readonly client: ProfileClient
  /** The module's option. */
  readonly shouldAsk: ShouldAsk | undefined
  private readonly platformTimeLeftMs: AlexaProfileModuleOptions['timeLeftMs']
  private shuttingDown = false

  /** @throws {ProfileError} `option-invalid` */
  constructor(@Inject(ALEXA_PROFILE_OPTIONS) options: AlexaProfileModuleOptions) {
    const {
      verification: _,
      shouldAsk,
      timeLeftMs: platform,
      ...clientOptions
    } = integrationOptions(options, ['verification', 'timeLeftMs'])
    if (platform !== undefined && typeof platform !== 'function') {
      throw new ProfileError('option-invalid', 'timeLeftMs must be a function.')
    }
    this.client = createProfileClient(clientOptions)
    this.shouldAsk = shouldAsk
    this.platformTimeLeftMs = platform
  }

  /**
   * Returns the reader for this request's profile. The same request gets the same reader, so guards, interceptors and
   * handlers share results.
   *
   * @param request the envelope from `@AlexaEnvelope()`, or the HTTP request
   */
  profileFor(request: object): ProfileReader {
    const turn = turnOf(request)
    if (turn === undefined) return this.client.forInvocation(request, request as RequestEnvelope)
    const leftMs = () => Math.min(timeLeftMs(turn), this.platformTimeLeftMs?.(turn.httpRequest) ?? Infinity)
    return this.client.forInvocation(turn.httpRequest, turn.sent, { timeLeftMs: leftMs })
  }

  /**
   * Builds the response to a decision that keeps the skill from continuing, in the request's language. Asks by card or
   * by voice, according to the module's options, and by card, once, if voice consent was not enough. After a consent
   * answer other than `accepted`, no decision is needed.
   *
   * @param request the envelope from `@AlexaEnvelope()`, or the HTTP request
   * @throws {ProfileError} (as a rejection) `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  async respondTo(
    request: object,
    decision: Obstacle | undefined,
    options: AskingOptions = {},
  ): Promise<AlexaResponse> {
    return createRequirement<RequestEnvelope>(options, ['ask']).respond(decision, handlerCall(request, this))
  }

  /**
   * Builds the usual response to a consent answer other than `accepted`.
   *
   * @param request the envelope from `@AlexaEnvelope()`, or the HTTP request
   * @throws {ProfileError} `option-invalid`
   */
  respondToConsentAnswer(request: object, consentAnswer: ConsentAnswer, options?: SpeechOptions): AlexaResponse {
    const envelope = turnOf(request)?.envelope ?? (request as RequestEnvelope)
    return this.client.respondToConsentAnswer(consentAnswer, { ...options, envelope })
  }

  /** Whether the app is about to close. The next response tells clients with kept connections. */
  get isShuttingDown(): boolean {
    return this.shuttingDown
  }

  onModuleDestroy(): void {
    this.shuttingDown = true
  }

  /** Closes the client last, because the server handles requests until it is closed. */
  onApplicationShutdown(): void {
    this.client.close()
  }
}
