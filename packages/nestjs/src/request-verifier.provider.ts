import { ProfileError } from '@alexa-profile/core'
import { createRequestVerifier, type RequestVerifier } from '@alexa-profile/request-verifier'
import { type FactoryProvider, Logger } from '@nestjs/common'
import { ALEXA_PROFILE_OPTIONS, ALEXA_REQUEST_VERIFIER } from './alexa-profile.tokens.js'
import type { AlexaProfileModuleOptions } from './alexa-profile-module-options.interface.js'

export interface AlexaRequestVerifier extends RequestVerifier<object> {
  readonly acceptsUnsigned: boolean
}

/** One for the module and not one for each guard: it keeps certificates and remembers request ids. */
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
      'acceptUnsignedInDevelopment would let anybody pose as Alexa, and NODE_ENV is production.',
    )
  }
  new Logger('AlexaRequestGuard').warn(
    'Requests without a signature are let through (acceptUnsignedInDevelopment): anybody can pose as Alexa.',
  )
}
