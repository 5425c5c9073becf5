import { Inject, Module, type NestModule, type OnApplicationBootstrap } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { AlexaProfileHealthIndicator } from './alexa-profile.health.js'
import { ConfigurableModuleClass } from './alexa-profile.module-definition.js'
import { AlexaProfileService } from './alexa-profile.service.js'
import { ALEXA_PROFILE_OPTIONS, ALEXA_PROFILE_SERVICE, ALEXA_REQUEST_VERIFIER } from './alexa-profile.tokens.js'
import type { AlexaProfileModuleOptions } from './alexa-profile-module-options.interface.js'
import { limitTurns } from './overload/limit-turns.js'
import { requestVerifierProvider } from './request-verifier.provider.js'
import { assertReachable, routeByRequest } from './routing/route-by-request.js'

/**
 * Provides what reads profiles and verifies requests, to the whole app unless `isGlobal` is false.
 *
 * @example
 * AlexaProfileModule.forRootAsync({
 *   inject: [ConfigService],
 *   useFactory: (config: ConfigService) => ({
 *     skillName: 'Table Talk',
 *     verification: { skillIds: config.getOrThrow('SKILL_ID') },
 *   }),
 * })
 */
@Module({
  providers: [
    { provide: ALEXA_PROFILE_SERVICE, useClass: AlexaProfileService },
    { provide: AlexaProfileService, useExisting: ALEXA_PROFILE_SERVICE },
    requestVerifierProvider,
    AlexaProfileHealthIndicator,
  ],
  exports: [
    ALEXA_PROFILE_OPTIONS,
    ALEXA_PROFILE_SERVICE,
    AlexaProfileService,
    ALEXA_REQUEST_VERIFIER,
    AlexaProfileHealthIndicator,
  ],
})
export class AlexaProfileModule extends ConfigurableModuleClass implements NestModule, OnApplicationBootstrap {
  constructor(
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
    @Inject(ALEXA_PROFILE_OPTIONS) private readonly options: AlexaProfileModuleOptions,
  ) {
    super()
  }

  /** Called by Nest when the app has its HTTP adapter, and before it registers the routes of controllers. */
  configure(): void {
    routeByRequest(this.adapterHost.httpAdapter)
    limitTurns(this.adapterHost.httpAdapter.getHttpServer(), this.options)
  }

  /** @throws {ProfileError} (as a rejection) `option-invalid` when requests cannot reach a handler */
  onApplicationBootstrap(): void {
    assertReachable(this.adapterHost.httpAdapter)
  }
}
