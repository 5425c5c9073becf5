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
 * Keeps a server in time that gets more turns than it can serve: a turn that has waited for a second is rejected. Its customer
 * hears at once that the skill is too busy (the option `tooBusy`). A request whose response the customer does not hear gets
 * status 503, and Alexa delivers an event again.
 *
 * It takes the place of the server's request listeners, so that nothing is spent on a rejected turn, not even a look at its
 * signature. Only requests with Alexa's `SignatureCertChainUrl` count. Without this module, a server has no limit.
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
    // Throws now for a name that could not be said later.
    prompts('en-US', { skillName })
    limitTurns(this.adapterHost.httpAdapter.getHttpServer(), maxTurns, words)
  }
}
