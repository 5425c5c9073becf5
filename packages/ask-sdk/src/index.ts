import { type AlexaProfile, createAlexaProfile } from './create-alexa-profile.js'

export {
  consentCard,
  escapeSsml,
  isProfileError,
  newest,
  ProfileError,
  speakerName,
  voiceConsent,
} from '@alexa-profile/core'
export { acknowledgeEvents } from './acknowledge-events.js'
export { consentHandlers } from './consent-handlers.js'
export { createAlexaProfile } from './create-alexa-profile.js'
export { ProfileApiClient } from './profile-api-client.js'

/** The functions of a skill that needs no options. See `AlexaProfile`. */
export const { profileFor, requireProfile, respondTo, respondToConsentAnswer }: AlexaProfile = createAlexaProfile()

export type {
  Address,
  ConsentAnswer,
  CountryAndPostalCode,
  EnablementEvent,
  MobileNumber,
  Obstacle,
  PermissionEvent,
  Proceed,
  Profile,
  ProfileClientOptions,
  ProfileDecision,
  ProfileField,
  ProfileReader,
  ProfileRequirement,
  ProfileResult,
  ProfileResults,
  ReadEnd,
  RespondToOptions,
} from '@alexa-profile/core'
export type { ConsentHandlersOptions } from './consent-handlers.js'
export type { AlexaProfile, AlexaProfileOptions, RequireProfile } from './create-alexa-profile.js'
export type { ProfileApiClientOptions } from './profile-api-client.js'
export type {
  ProfileRequestHandler,
  RequireProfileOptions,
  RequireSpeakerOptions,
  ShouldAsk,
} from './require-profile.js'
