import { ProfileError } from '@alexa-profile/core'
import { createRequestVerifier, type RequestVerifier } from '@alexa-profile/request-verifier'
import { type FactoryProvider, Logger } from '@nestjs/common'
import { ALEXA_PROFILE_OPTIONS, ALEXA_REQUEST_VERIFIER } from './alexa-profile.tokens.js'
import type { AlexaProfileModuleOptions } from './alexa-profile-module-options.interface.js'

export interface AlexaRequestVerifier extends RequestVerifier<object> {
  readonly acceptsUnsigned: boolean
}

/** Provides one verifier for all guards, because it keeps certificates and remembers request ids. */
export const requestVerifierProvider: FactoryProvider<AlexaRequestVerifier | undefined> = {
  provide: ALEXA_REQUEST_VERIFIER,
  inject: [ALEXA_PROFILE_OPTIONS],
  useFactory({ verification }: AlexaProfileModuleOptions) {
    if (verification === undefined) return undefined
    const { acceptUnsignedInDevelopment = false, ...options } = verification
    if (acceptUnsignedInDevelopment) announceUnsigned()
    return { ...createRequestVerifier<object>(options), acceptsUnsigned: acceptUnsignedInDevelopment }
  },
}

function announceUnsigned(): void {
  if (process.env.NODE_ENV === 'production') {
    throw new ProfileError(
      'option-invalid',
      'acceptUnsignedInDevelopment is not allowed if NODE_ENV is production, because anyone could pose as Alexa.',
    )
  }
  new Logger('AlexaRequestGuard').warn(
    'Unsigned requests are accepted (acceptUnsignedInDevelopment), so anyone can pose as Alexa.',
  )
}
