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

const unconfigured = createAlexaProfile()

/** `profileFor` of a skill that needs no options. */
export const profileFor: AlexaProfile['profileFor'] = unconfigured.profileFor
/** `requireProfile` of a skill that needs no options. */
export const requireProfile: AlexaProfile['requireProfile'] = unconfigured.requireProfile
/** `respondTo` of a skill that needs no options. */
export const respondTo: AlexaProfile['respondTo'] = unconfigured.respondTo
/** `respondToConsentAnswer` of a skill that needs no options. */
export const respondToConsentAnswer: AlexaProfile['respondToConsentAnswer'] = unconfigured.respondToConsentAnswer

export type {
  ConsentAnswer,
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
