export { acknowledge } from './ask/acknowledge.js'
export type { ConsentCard, ConsentCardOptions } from './ask/consent-card.js'
export { consentCard } from './ask/consent-card.js'
export type { DeclaredScopes, DeclaringManifest } from './ask/declared-scopes.js'
export { rememberDeclined } from './ask/declined.js'
export { escapeSsml } from './ask/escape-ssml.js'
export type { FillInPlace, Prompt, Prompts, PromptWords } from './ask/prompts/language.js'
export type { LocalizedText, PromptOptions } from './ask/prompts/prompts.js'
export { prompts } from './ask/prompts/prompts.js'
export type { AlexaResponse, RespondToOptions, SpeechOptions } from './ask/respond-to.js'
export { respondTo } from './ask/respond-to.js'
export type { ResponseEnvelope, SkillResponse } from './ask/response-envelope.js'
export { toResponseEnvelope } from './ask/response-envelope.js'
export { speakerName } from './ask/speaker-name.js'
export type { VoiceConsentDirective, VoiceConsentRequest } from './ask/voice-consent.js'
export { voiceConsent } from './ask/voice-consent.js'
export type { WaitingRequest } from './ask/waiting-request.js'
export type { ProfileErrorCode } from './base/profile-error.js'
export { isProfileError, ProfileError } from './base/profile-error.js'
export type {
  AskForConsent,
  AskToFillIn,
  DeviceUnknown,
  FixSkill,
  Obstacle,
  Proceed,
  Profile,
  ProfileDecision,
  ProfileRequirement,
  SkillProblem,
  SpeakerUnknown,
  TryLater,
} from './decide/decide.js'
export { decide } from './decide/decide.js'
export type { Address } from './fields/address.js'
export type { CountryAndPostalCode } from './fields/country-and-postal-code.js'
export type { Field, FieldLevel, ParsedValue, ScopeSpellings } from './fields/field.js'
export type { FieldAt, ProfileField, ProfileLevel, ProfileValues, SpeakerField } from './fields/fields.js'
export { fields, fieldsAt, isProfileField, levelOf, profileFields, speakerFields } from './fields/fields.js'
export type { MobileNumber } from './fields/mobile-number.js'
export type { CardScope, ProfileScope, Scope, VoiceScope } from './fields/scopes.js'
export { isScope, knownScopes, spellingsOf } from './fields/scopes.js'
export type { ConsentAnswer } from './hear/consent-answer.js'
export {
  isDeclined,
  readConsentAnswer,
  rememberConsentAnswer,
  respondToConsentAnswer,
  resumeWaiting,
} from './hear/consent-answer.js'
export type { EnablementEvent, PermissionEvent } from './hear/skill-event.js'
export { newest, readEnablementEvent, readPermissionEvent } from './hear/skill-event.js'
export type { AlexaRegion } from './http/endpoint.js'
export type { TransportOptions } from './http/transport.js'
export type {
  ForRequestOptions,
  LevelReader,
  ProfileClient,
  ProfileReader,
} from './profile-client.js'
export { createProfileClient } from './profile-client.js'
export type { ProfileClientOptions } from './profile-client-options.js'
export type { RequestEnvelope } from './read/envelope.js'
export type { ReadFields, ReadOptions } from './read/field-reader.js'
export type {
  Available,
  Failed,
  NoDevice,
  NoSpeaker,
  NotSet,
  PermissionMissing,
  ProfileResult,
  ProfileResults,
  ResultDetails,
  Throttled,
  TokenInvalid,
} from './read/profile-result.js'
export type { ReadEnd, ReadRetry, ReadStart } from './read/watch.js'

/* For integrations: what connects this package to a framework. Skills do not need it. */

export { isEvent, isHeard } from './ask/is-heard.js'
export { assertFunctions, assertMethods, functionsOf } from './base/check-functions.js'
export { lambdaTimeLeftMs } from './base/lambda-time-left.js'
export { nearest, unknownName } from './base/nearest.js'
export { processWide } from './base/process-wide.js'
export type { Heard } from './heard.js'
export { heardIn } from './heard.js'
export type { Attempt } from './http/attempt.js'
export type { ExchangeOutcome, ExchangeRequest } from './http/exchange.js'
export type { Transport } from './http/transport.js'
export { createTransport } from './http/transport.js'
export { defaultProfileClient } from './profile-client.js'
export { integrationOptions } from './profile-client-options.js'
export type {
  AnyRequirement,
  CustomerRequirement,
  DecisionHandlers,
  HandlerCall,
  MethodNames,
  Requirement,
  RequirementOptions,
  ShouldAskOf,
  SpeakerRequirement,
} from './requirement.js'
export { createRequirement } from './requirement.js'
export type { Resumption } from './resumption.js'
export { resumptionOf } from './resumption.js'
