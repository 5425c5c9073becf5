import { Inject, Module, type NestModule, type OnApplicationBootstrap } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { ConfigurableModuleClass } from './alexa-profile.module-definition.js'
import { AlexaProfileService } from './alexa-profile.service.js'
import { ALEXA_PROFILE_OPTIONS, ALEXA_PROFILE_SERVICE, ALEXA_REQUEST_VERIFIER } from './alexa-profile.tokens.js'
import { requestVerifierProvider } from './request-verifier.provider.js'
import { assertReachable, routeByRequest } from './routing/route-by-request.js'

/**
 * Provides the services that read profiles and verify requests, to the whole app unless `isGlobal` is false.
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
  ],
  exports: [ALEXA_PROFILE_OPTIONS, ALEXA_PROFILE_SERVICE, AlexaProfileService, ALEXA_REQUEST_VERIFIER],
})
export class AlexaProfileModule extends ConfigurableModuleClass implements NestModule, OnApplicationBootstrap {
  constructor(@Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost) {
    super()
  }

  /** Called by Nest when the app has its HTTP adapter, before the routes of controllers are registered. */
  configure(): void {
    routeByRequest(this.adapterHost.httpAdapter)
  }

  /**
   * Checks the routes before the app starts.
   *
   * @throws {ProfileError} (as a rejection) `setup-invalid` if requests cannot reach a handler
   */
  onApplicationBootstrap(): void {
    assertReachable(this.adapterHost.httpAdapter)
  }
}
