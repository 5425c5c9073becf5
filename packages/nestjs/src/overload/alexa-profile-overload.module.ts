import { ProfileError, prompts } from '@alexa-profile/core'
import { ConfigurableModuleBuilder, Inject, Module, type NestModule } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { limitTurns } from './limit-turns.js'
import type { AlexaProfileOverloadOptions } from './overload-options.interface.js'

const optionsToken = Symbol.for('@alexa-profile/nestjs/overload-options')

const { ConfigurableModuleClass } = new ConfigurableModuleBuilder<AlexaProfileOverloadOptions>({
  moduleName: 'AlexaProfileOverload',
  optionsInjectionToken: optionsToken,
})
  .setClassMethodName('forRoot')
  .build()

/**
 * Keeps an overloaded server responsive. A turn that has waited for one second is rejected:
 * Alexa tells the customer at once that the skill is too busy (option `tooBusy`). A request whose response the customer
 * does not hear gets status 503, and Alexa delivers an event again.
 *
 * Replaces the server's request listeners, so that a rejected turn costs almost nothing; not even its signature is
 * checked. Only requests with Alexa's header `SignatureCertChainUrl` count. Without this module, a server has no limit.
 *
 * @example
 * imports: [AlexaProfileModule.forRoot({}), AlexaProfileOverloadModule.forRoot({ skillName: 'Table Talk' })]
 */
@Module({})
export class AlexaProfileOverloadModule extends ConfigurableModuleClass implements NestModule {
  constructor(
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
    @Inject(optionsToken) private readonly options: AlexaProfileOverloadOptions,
  ) {
    super()
  }

  /**
   * Called by Nest when the app has its HTTP adapter.
   *
   * @throws {ProfileError} `option-invalid`, `option-unknown`
   */
  configure(): void {
    const { maxTurns, ...words } = this.options
    const unknown = Object.keys(words).find((name) => !['skillName', 'tooBusy'].includes(name))
    if (unknown !== undefined) {
      const found = JSON.stringify(unknown)
      throw new ProfileError('option-unknown', `Unknown option ${found}. Known options: maxTurns, skillName, tooBusy.`)
    }
    const { skillName, tooBusy } = words
    if (tooBusy !== undefined && typeof tooBusy !== 'function') {
      throw new ProfileError('option-invalid', 'tooBusy must be a function that returns SSML.')
    }
    // Throws now for a name that would fail later.
    prompts('en-US', { skillName })
    limitTurns(this.adapterHost.httpAdapter.getHttpServer(), maxTurns, words)
  }
}
