export type { ApiRequest } from './api/request-log.js'
export type { SituationName } from './api/situation.js'
export { situationNames } from './api/situation.js'
export type { ActiveSituation, SituationOptions } from './api/situation-list.js'
export type { TokenState } from './api/token-store.js'
export type { EmulatorErrorCode, NearestSample } from './base/emulator-error.js'
export { EmulatorError, isEmulatorError } from './base/emulator-error.js'
export { errorLocation } from './base/error-location.js'
export type { ConsentCard, Customer, Speaker, SpeakerData } from './customer/customer.js'
export type { DeviceKind } from './customer/device-kind.js'
export type { CustomerData, Permission, ProfileRecord } from './customer/profile-record.js'
export type { ConsentAnswer } from './device/consent-answer.js'
export type { Device, LaunchOptions } from './device/device.js'
export type { SlotValues } from './device/intent.js'
export type { ProgressiveResponse, Turn } from './device/turn.js'
export type { TurnOrigin } from './device/turn-watcher.js'
export type { Understood } from './device/words.js'
export type { DeviceOptions } from './device-options.js'
export type { Emulator, EnvelopeOptions, RequestClaim } from './emulator.js'
export type { EmulatorOptions } from './emulator-options.js'
export type { DeliveredEvent } from './events/event-delivery.js'
export type { ActiveEventSituation, EventSituationName, EventSituationOptions } from './events/event-situation.js'
export { eventSituationNames } from './events/event-situation.js'
export type { DialogIntent, DialogModel, DialogPrompt, DialogSlot, SlotValidation } from './skill/dialog-model.js'
export type {
  InteractionModel,
  ModelIntent,
  ModelSlot,
  SlotType,
  SlotTypeValue,
} from './skill/interaction-model.js'
export type { LambdaRuntime } from './skill/lambda-runtime.js'
export type { RequestSigner } from './skill/request-signer.js'
export type { Skill, SkillFunction } from './skill/skill.js'
export type { SkillOptions } from './skill/skill-definition.js'
export type { Violation } from './skill/violation.js'
export { startEmulator } from './start-emulator.js'
export type { AlternativeIntent } from './utterance/understand.js'
export type { EmulatorWatcher } from './watcher.js'
export type { ConsentPermission, ConsentRequest } from './wire/consent-request.js'
export type { DeviceContext, TypedViewport, Viewport } from './wire/device-context.js'
export type { RequestEnvelope, Session, User } from './wire/envelope.js'
export type {
  AlexaRequest,
  ConfirmationStatus,
  DeviceRequest,
  Intent,
  IntentRequest,
  LaunchRequest,
  Resolutions,
  SessionEndedRequest,
  SessionResumedRequest,
  SimpleSlotValue,
  Slot,
  Task,
} from './wire/request.js'
export type { Directive, ResponseCard, ResponseEnvelope } from './wire/response.js'
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
} from './wire/skill-event.js'
