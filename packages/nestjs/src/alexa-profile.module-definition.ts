import { ConfigurableModuleBuilder } from '@nestjs/common'
import { ALEXA_PROFILE_OPTIONS } from './alexa-profile.tokens.js'
import type { AlexaProfileModuleOptions } from './alexa-profile-module-options.interface.js'

export interface AlexaProfileModuleExtras {
  /** Whether modules that do not import this one can use its providers. Default: true. */
  readonly isGlobal?: boolean
}

export const { ConfigurableModuleClass } = new ConfigurableModuleBuilder<AlexaProfileModuleOptions>({
  moduleName: 'AlexaProfile',
  optionsInjectionToken: ALEXA_PROFILE_OPTIONS,
})
  .setClassMethodName('forRoot')
  .setFactoryMethodName('createAlexaProfileOptions')
  .setExtras<AlexaProfileModuleExtras>({ isGlobal: true }, (definition, { isGlobal = true }) => ({
    ...definition,
    global: isGlobal,
  }))
  .build()
