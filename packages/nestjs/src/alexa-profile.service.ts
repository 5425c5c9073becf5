import {
  type AlexaResponse,
  type ConsentAnswer,
  createProfileClient,
  type Obstacle,
  type ProfileClient,
  ProfileError,
  type ProfileReader,
  type ReadEnd,
  type RequestEnvelope,
  type RespondToOptions,
  type SpeechOptions,
} from '@alexa-profile/core'
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common'
import { ALEXA_PROFILE_OPTIONS } from './alexa-profile.tokens.js'
import type { AlexaProfileModuleOptions, ShouldAsk } from './alexa-profile-module-options.interface.js'
import { answerObstacle } from './answer-obstacle.js'
import { createRecentReads, type RecentReads } from './recent-reads.js'
import { timeLeftMs, turnOf } from './turn.js'

/** Reads and asks, for handlers that need more than the decorators, and for what they call. One for the app. */
@Injectable()
export class AlexaProfileService implements OnModuleDestroy, OnApplicationShutdown {
  /** The client under it all. */
  readonly client: ProfileClient
  private readonly shouldAsk: ShouldAsk | undefined
  private readonly platformTimeLeftMs: AlexaProfileModuleOptions['timeLeftMs']
  private readonly reads = createRecentReads()
  private shuttingDown = false

  /** @throws {ProfileError} `option-invalid` */
  constructor(
    @Inject(ALEXA_PROFILE_OPTIONS)
    { verification: _, maxTurns: __, shouldAsk, timeLeftMs: platformTimeLeftMs, ...options }: AlexaProfileModuleOptions,
  ) {
    if (platformTimeLeftMs !== undefined && typeof platformTimeLeftMs !== 'function') {
      throw new ProfileError('option-invalid', 'timeLeftMs takes a function of the HTTP request.')
    }
    const { onRead } = options
    const note = (end: ReadEnd) => {
      this.reads.note(end)
      return onRead?.(end)
    }
    // What is no function is left to the client, which says so.
    this.client = createProfileClient({ ...options, onRead: typeof (onRead ?? note) === 'function' ? note : onRead }, [
      'verification',
      'shouldAsk',
      'maxTurns',
      'timeLeftMs',
    ])
    this.shouldAsk = shouldAsk
    this.platformTimeLeftMs = platformTimeLeftMs
  }

  /**
   * Reads the profile of the customer who sent this request: the same reader for the same request, so that guards,
   * interceptors and handlers share what was read.
   *
   * @param request the envelope that `@AlexaEnvelope()` gives, or the HTTP request
   */
  profileFor(request: object): ProfileReader {
    const turn = turnOf(request)
    if (turn === undefined) return this.client.forInvocation(request, request as RequestEnvelope)
    const leftMs = () => Math.min(timeLeftMs(turn), this.platformTimeLeftMs?.(turn.httpRequest) ?? Infinity)
    return this.client.forInvocation(turn.httpRequest, turn.sent, { timeLeftMs: leftMs })
  }

  /**
   * The answer for a decision that keeps the skill from going on, in the request's language. Asks by card or by voice as the
   * module's options say; after a voice consent that was not enough by card, once.
   *
   * @param request the envelope that `@AlexaEnvelope()` gives, or the HTTP request
   * @throws {ProfileError} (as a rejection) `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  async respondTo(request: object, decision: Obstacle, options: RespondToOptions = {}): Promise<AlexaResponse> {
    const turn = turnOf(request)
    const envelope = turn?.envelope ?? (request as RequestEnvelope)
    return answerObstacle(decision, options, { client: this.client, envelope, turn, shouldAsk: this.shouldAsk })
  }

  /**
   * The answer where the customer was asked by voice and did not agree.
   *
   * @param request the envelope that `@AlexaEnvelope()` gives, or the HTTP request
   * @throws {ProfileError} `option-invalid`
   */
  respondToAnswer(request: object, answer: ConsentAnswer, options?: SpeechOptions): AlexaResponse {
    const envelope = turnOf(request)?.envelope ?? (request as RequestEnvelope)
    return this.client.respondToAnswer(answer, { ...options, envelope })
  }

  /** What `AlexaProfileHealthIndicator` reports. */
  recentReads(): ReturnType<RecentReads['summary']> {
    return this.reads.summary()
  }

  /** Whether the app is about to close. Whoever keeps a connection to it open should be told with the next answer. */
  get isShuttingDown(): boolean {
    return this.shuttingDown
  }

  onModuleDestroy(): void {
    this.shuttingDown = true
  }

  /** Not earlier: until the server has closed, it has requests to answer. */
  onApplicationShutdown(): void {
    this.client.close()
  }
}
