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
} from '@alexa-profile/core'
export { escapeSsml, isProfileError, newest, ProfileError, speakerName } from '@alexa-profile/core'
export type { ShouldAsk } from './v3/invocation.js'
export type { JovoProfile, RespondToOptions } from './v3/jovo-profile.js'
export type { ProfilePluginConfig, ProfilePluginOptions } from './v3/profile-plugin.js'
export { ProfilePlugin } from './v3/profile-plugin.js'
export type { ProfileHandler, RequireProfileOptions, RequireSpeakerOptions } from './v3/require-profile.js'
export { requireProfile } from './v3/require-profile.js'
