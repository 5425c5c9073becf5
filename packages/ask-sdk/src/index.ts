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

const profile = createAlexaProfile()
/** Returns the reader for this request's profile. */
export const profileFor: AlexaProfile['profileFor'] = profile.profileFor
/** Wraps a request handler, so that it is called with the profile that it requires. */
export const requireProfile: AlexaProfile['requireProfile'] = profile.requireProfile
/** Builds the response to a decision that keeps the skill from continuing. */
export const respondTo: AlexaProfile['respondTo'] = profile.respondTo
/** Builds the usual response to a consent answer other than `accepted`. */
export const respondToConsentAnswer: AlexaProfile['respondToConsentAnswer'] = profile.respondToConsentAnswer

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
