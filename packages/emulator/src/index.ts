export type { ResponseEnvelope } from './check-response.js'
export type { ConsentAnswer } from './consent-answer.js'
export type { ConsentCard } from './consent-card.js'
export type { ConsentPermission, ConsentRequest } from './consent-request.js'
export type { Customer, Speaker, SpeakerData } from './customer.js'
export type { Device } from './device.js'
export type { DeviceOptions, Emulator, EmulatorOptions, EnvelopeOptions } from './emulator.js'
export type { EmulatorErrorCode } from './emulator-error.js'
export { EmulatorError, isEmulatorError } from './emulator-error.js'
export type {
  AlexaRequest,
  DeviceRequest,
  IntentRequest,
  LaunchRequest,
  RequestEnvelope,
  Session,
  SessionEndedRequest,
  SessionResumedRequest,
} from './envelope.js'
export type { DeliveredEvent } from './event-delivery.js'
export type { ActiveEventSituation, EventSituationName, EventSituationOptions } from './event-situation.js'
export { eventSituationNames } from './event-situation.js'
export type { CustomerData, Permission, ProfileRecord } from './profile-record.js'
export type { ApiRequest } from './request-log.js'
export type { RequestSigner } from './request-signer.js'
export type { SituationName } from './situation.js'
export { situationNames } from './situation.js'
export type { ActiveSituation, SituationOptions } from './situation-list.js'
export type { Skill, SkillFunction } from './skill.js'
export type {
  AcceptedPermissions,
  EventEnvelope,
  SkillDisabled,
  SkillEnabled,
  SkillEvent,
  SkillEventOf,
  SkillEventType,
  SkillPermissionAccepted,
  SkillPermissionChanged,
} from './skill-event.js'
export { startEmulator } from './start-emulator.js'
export type { TokenState } from './token-store.js'
export type { Directive, ResponseCard, Turn } from './turn.js'
export type { Violation } from './violation.js'
