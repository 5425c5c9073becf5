export type {
  Address,
  AlexaResponse,
  ConsentAnswer,
  CountryAndPostalCode,
  EnablementEvent,
  MobileNumber,
  Obstacle,
  PermissionEvent,
  ProfileClientOptions,
  ProfileDecision,
  ProfileReader,
  ProfileRequirement,
  ProfileResult,
  ProfileResults,
  ReadEnd,
  RequestEnvelope,
  RespondToOptions,
} from '@alexa-profile/core'
export {
  consentCard,
  escapeSsml,
  isDeclined,
  isProfileError,
  newest,
  ProfileError,
  speakerName,
  toResponseEnvelope,
  voiceConsent,
} from '@alexa-profile/core'
export { AlexaProfileModule } from './alexa-profile.module.js'
export type { AskingOptions } from './alexa-profile.service.js'
export { AlexaProfileService } from './alexa-profile.service.js'
export { ALEXA_PROFILE_OPTIONS, ALEXA_PROFILE_SERVICE, ALEXA_REQUEST_VERIFIER } from './alexa-profile.tokens.js'
export type {
  AlexaProfileModuleOptions,
  AlexaProfileOptionsFactory,
  ShouldAsk,
  VerificationOptions,
} from './alexa-profile-module-options.interface.js'
export { AlexaRequestGuard } from './alexa-request.guard.js'
export { ask } from './ask.js'
export { AlexaConsentAnswer } from './decorators/alexa-consent-answer.decorator.js'
export { AlexaEnvelope } from './decorators/alexa-envelope.decorator.js'
export { AlexaEvent } from './decorators/alexa-event.decorator.js'
export { AlexaSlot } from './decorators/alexa-slot.decorator.js'
export {
  OnConsentAnswer,
  OnFallback,
  OnIntent,
  OnLaunch,
  OnPermissionEvent,
  OnRequest,
  OnSessionEnded,
  OnSkillDisabled,
  OnSkillEnabled,
} from './decorators/on-request.decorator.js'
export { Profile } from './decorators/profile.decorator.js'
export { ProfileField } from './decorators/profile-field.decorator.js'
export type {
  ProfileOf,
  ProfileValues,
  RequireProfileOptions,
  RequireSpeakerOptions,
} from './decorators/require-profile.decorator.js'
export { RequireProfile } from './decorators/require-profile.decorator.js'
export { AlexaProfileHealthIndicator } from './health/alexa-profile.health.js'
export { ProfileInterceptor } from './profile.interceptor.js'
