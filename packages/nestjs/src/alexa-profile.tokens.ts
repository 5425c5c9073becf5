/*
 * What the module provides is injected by these tokens. They are the same in the ESM and the CommonJS build, so a guard of
 * one finds what a module of the other provides, which classes as tokens would not allow.
 */

/** The options of `AlexaProfileModule`. */
export const ALEXA_PROFILE_OPTIONS = Symbol.for('@alexa-profile/nestjs/options')
/** The `AlexaProfileService`, which can also be injected by its class. */
export const ALEXA_PROFILE_SERVICE = Symbol.for('@alexa-profile/nestjs/service')
/** The request verifier of `AlexaRequestGuard`. `undefined` without the option `verification`. */
export const ALEXA_REQUEST_VERIFIER = Symbol.for('@alexa-profile/nestjs/request-verifier')
