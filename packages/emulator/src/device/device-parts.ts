import type { SentSpeech } from '../api/progressive-responses.js'
import type { ApiRequest } from '../api/request-log.js'
import type { ManagedCustomer } from '../customer/create-customer.js'
import type { Speaker } from '../customer/customer.js'
import type { DeviceAbilities } from '../customer/device-kind.js'
import type { LambdaRuntime } from '../skill/lambda-runtime.js'
import type { Skill } from '../skill/skill.js'
import type { SkillDefinition } from '../skill/skill-definition.js'
import type { RequestEnvelope, SessionState } from '../wire/envelope.js'
import type { DeviceRequest } from '../wire/request.js'
import type { TurnWatcher } from './turn-watcher.js'

/** Everything that a device is made of. */
export interface DeviceParts {
  readonly skill: Skill
  readonly locale: string
  readonly customer: ManagedCustomer
  readonly speaker: Speaker | undefined
  readonly timeoutMs: number
  readonly runtime: LambdaRuntime | undefined
  /** The skill as Alexa knows it. */
  readonly definition: Pick<SkillDefinition, 'skillId' | 'declaredScopes' | 'locales' | 'interactionModel'>
  readonly abilities: DeviceAbilities
  readonly now: () => Date
  /** If undefined, the time zone of the customer's device. */
  readonly timeZone: string | undefined
  readonly minimumConfidence: number
  /** Returns the requests to the profile API with the token of one envelope. */
  readonly apiRequestsOf: (envelopeRequestId: string) => readonly ApiRequest[]
  /** Called when the skill has responded to an envelope. Returns what it has made Alexa say until then. */
  readonly endProgressiveResponses: (envelopeRequestId: string) => readonly SentSpeech[]
  /** Throws if the emulator was closed. */
  readonly envelope: (
    request: DeviceRequest,
    speaker: Speaker | undefined,
    session: SessionState,
    device: { readonly locale: string; readonly abilities: DeviceAbilities; readonly now: () => Date },
  ) => RequestEnvelope
  readonly watcher: TurnWatcher
}
