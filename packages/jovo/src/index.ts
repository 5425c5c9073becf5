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
export {
  escapeSsml,
  isProfileError,
  newest,
  ProfileError,
  speakerName,
} from '@alexa-profile/core'
export type { ConsentCardOutputOptions } from './v4/consent-card-output.js'
export { ConsentCardOutput } from './v4/consent-card-output.js'
export type { ShouldAsk } from './v4/invocation.js'
export type { JovoProfile } from './v4/jovo-profile.js'
export type { ProfileDecisionOutputOptions } from './v4/profile-decision-output.js'
export { ProfileDecisionOutput } from './v4/profile-decision-output.js'
export type { ConsentAnswerCondition } from './v4/profile-handles.js'
export { ProfileHandles } from './v4/profile-handles.js'
export type { ProfilePluginConfig, ProfilePluginOptions } from './v4/profile-plugin.js'
export { ProfilePlugin } from './v4/profile-plugin.js'
export type { RequireProfileOptions, RequireSpeakerOptions } from './v4/require-profile.js'
export { RequireProfile } from './v4/require-profile.js'
export type { VoiceConsentOutputOptions } from './v4/voice-consent-output.js'
export { VoiceConsentOutput } from './v4/voice-consent-output.js'
