import { type AlexaProfile, createAlexaProfile } from './create-alexa-profile.js'

export { escapeSsml, isProfileError, ProfileError } from '@alexa-profile/core'
export { createAlexaProfile } from './create-alexa-profile.js'
export { ProfileApiClient } from './profile-api-client.js'

const unconfigured = createAlexaProfile()

/** `profileFor` of a skill that needs no options. */
export const profileFor: AlexaProfile['profileFor'] = unconfigured.profileFor
/** `requireProfile` of a skill that needs no options. */
export const requireProfile: AlexaProfile['requireProfile'] = unconfigured.requireProfile
/** `respondTo` of a skill that needs no options. */
export const respondTo: AlexaProfile['respondTo'] = unconfigured.respondTo

export type {
  MobileNumber,
  Obstacle,
  Proceed,
  Profile,
  ProfileClientOptions,
  ProfileDecision,
  ProfileField,
  ProfileReader,
  ProfileRequirement,
  ProfileResult,
  ProfileResults,
  RespondToOptions,
} from '@alexa-profile/core'
export type { AlexaProfile } from './create-alexa-profile.js'
export type { ProfileApiClientOptions } from './profile-api-client.js'
export type { ProfileRequestHandler, RequireProfileOptions } from './require-profile.js'
