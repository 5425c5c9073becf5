import { checkOptionNames } from '../base/check-option.js'
import { isObject, withoutPrototype } from '../base/own.js'
import { printAsPlain } from '../base/print-as-plain.js'
import { ProfileError } from '../base/profile-error.js'
import { checkFields } from '../fields/check-fields.js'
import type { ProfileField, ProfileValues } from '../fields/fields.js'
import type { ProfileScope } from '../fields/scopes.js'
import type { Available, PermissionMissing, ProfileResult } from '../read/profile-result.js'

/** The fields that a skill needs, and the fields that it can use if they are available. */
export interface ProfileRequirement<Required extends ProfileField = never, Optional extends ProfileField = never> {
  readonly required?: readonly Required[] | undefined
  /** Fields that never keep the skill from continuing. See `missing` of the `proceed` decision. */
  readonly optional?: readonly Optional[] | undefined
}

/** The values in a `proceed` decision: all required fields, and the optional ones that are available. */
export type Profile<Required extends ProfileField, Optional extends ProfileField = never> = {
  readonly [Field in Required]: ProfileValues[Field]
} & {
  readonly [Field in Exclude<Optional, Required>]?: ProfileValues[Field]
}

interface DecisionDetails {
  /** The result of every field that was read. */
  readonly results: Readonly<Partial<Record<ProfileField, ProfileResult>>>
}

/** Every required field is available. */
export interface Proceed<Required extends ProfileField, Optional extends ProfileField = never> extends DecisionDetails {
  readonly action: 'proceed'
  /** The values as plain data. Protecting them is now the skill's task. */
  readonly profile: Profile<Required, Optional>
  /** The optional fields that are not available, with their results. */
  readonly missing: readonly { readonly field: Optional; readonly result: ProfileResult }[]
}

/** The customer has not given consent for these fields. */
export interface AskForConsent extends DecisionDetails {
  readonly action: 'ask-for-consent'
  readonly fields: readonly ProfileField[]
  /** The permissions, as the manifest spells them. */
  readonly scopes: readonly ProfileScope[]
}

/** The customer gave consent, but has stored nothing in the account's profile or the device's settings. */
export interface AskToFillIn extends DecisionDetails {
  readonly action: 'ask-to-fill-in'
  readonly fields: readonly ProfileField[]
}

/** A speaker's data is required, and Alexa did not recognize the speaker. */
export interface SpeakerUnknown extends DecisionDetails {
  readonly action: 'speaker-unknown'
  readonly fields: readonly ProfileField[]
}

/** A device's data is required, and the request names no device. A skill event is an example. */
export interface DeviceUnknown extends DecisionDetails {
  readonly action: 'device-unknown'
  readonly fields: readonly ProfileField[]
}

/** Alexa's API cannot respond now. */
export interface TryLater extends DecisionDetails {
  readonly action: 'try-later'
  readonly fields: readonly ProfileField[]
  /** The longest wait that Alexa asked for, in milliseconds. */
  readonly retryAfterMs?: number
}

/** The skill has a mistake that only its developer can fix. */
export interface FixSkill extends DecisionDetails {
  readonly action: 'fix-skill'
  readonly problems: readonly SkillProblem[]
}

/** A problem that only the skill's developer can fix. */
export interface SkillProblem {
  readonly code: 'scope-not-declared'
  readonly field: ProfileField
  /** The permission, as the manifest spells it. */
  readonly scope: ProfileScope
  /** The problem and its solution, for the developer. */
  readonly message: string
}

/** Every decision that keeps the skill from continuing. */
export type Obstacle = AskForConsent | AskToFillIn | SpeakerUnknown | DeviceUnknown | TryLater | FixSkill

/** What the skill should do next. Switch on `action`. */
export type ProfileDecision<Required extends ProfileField = never, Optional extends ProfileField = ProfileField> =
  | Proceed<Required, Optional>
  | Obstacle

/** Prevents type inference at this position: `NoInfer`, for TypeScript before 5.4. */
type NotInferred<Type> = [Type][Type extends unknown ? 0 : never]

/**
 * Turns results into one decision. If several things are in the way, the first of these decides: `fix-skill`,
 * `speaker-unknown`, `device-unknown`, `ask-for-consent`, `ask-to-fill-in`, `try-later`.
 *
 * @throws {ProfileError} `decision-invalid` if a field has no result, `field-unknown`, `copy-without-values` for a copy
 *   of a result
 */
export function decide<Required extends ProfileField = never, Optional extends ProfileField = never>(
  results: Readonly<Record<NotInferred<Required | Optional>, ProfileResult>> & DecisionDetails['results'],
  requirement: ProfileRequirement<Required, Optional>,
): ProfileDecision<Required, Optional> {
  const { required, optional } = fieldsIn(requirement)
  const wanted = checkFields<Required | Optional>([...required, ...optional], 'customer')
  const all = wanted.map((field) => resultFor(results, field))
  const details = { results }
  const needed = all.slice(0, new Set(required).size)
  return obstacleIn(needed, details) ?? Object.freeze(new ProceedDecision<Required, Optional>(details, all))
}

/**
 * Returns the fields of a requirement.
 *
 * @throws {ProfileError} `field-unknown` unless `required` and `optional` are arrays of fields or undefined;
 *   `option-invalid`
 */
export function fieldsIn<Required extends ProfileField, Optional extends ProfileField>(
  requirement: ProfileRequirement<Required, Optional>,
): { readonly required: readonly Required[]; readonly optional: readonly Optional[] } {
  if (isObject(requirement)) checkOptionNames(requirement, ['required', 'optional'])
  const { required = [], optional = [] } = isObject(requirement) ? withoutPrototype(requirement) : { required: null }
  if (Array.isArray(required) && Array.isArray(optional)) return { required, optional }
  throw new ProfileError(
    'field-unknown',
    "required and optional must be arrays of fields, such as { required: ['givenName'] }.",
  )
}

function resultFor(
  results: Readonly<Partial<Record<ProfileField, ProfileResult>>>,
  field: ProfileField,
): ProfileResult {
  if (isObject(results) && Object.hasOwn(results, field)) {
    const result = results[field]
    if (result !== undefined) return result
  }
  throw new ProfileError('decision-invalid', `There is no result for ${field}. Read it before you decide.`)
}

/** A copy made by spread or JSON has no value. Without this check, the skill would continue without the value. */
function takeValue({ value }: Available): unknown {
  if (value !== undefined) return value
  throw new ProfileError('copy-without-values', 'A copied result has no value. Pass the original result.')
}

function obstacleIn(needed: readonly ProfileResult[], details: DecisionDetails): Obstacle | undefined {
  const fieldsWith = (status: ProfileResult['status']) =>
    needed.filter((result) => result.status === status).map(({ field }) => field)
  const withoutPermission = needed.filter((result) => result.status === 'permission-missing')

  const problems = withoutPermission.filter(({ reason }) => reason === 'not-declared').map(undeclaredScope)
  if (problems.length > 0) return Object.freeze({ action: 'fix-skill', problems, ...details })

  const ofSpeaker = fieldsWith('no-speaker')
  if (ofSpeaker.length > 0) return Object.freeze({ action: 'speaker-unknown', fields: ofSpeaker, ...details })

  const ofDevice = fieldsWith('no-device')
  if (ofDevice.length > 0) return Object.freeze({ action: 'device-unknown', fields: ofDevice, ...details })

  if (withoutPermission.length > 0) {
    const notGranted = withoutPermission.map(({ field }) => field)
    const scopes = withoutPermission.map(({ scope }) => scope)
    return Object.freeze({ action: 'ask-for-consent', fields: notGranted, scopes, ...details })
  }
  const empty = fieldsWith('not-set')
  if (empty.length > 0) return Object.freeze({ action: 'ask-to-fill-in', fields: empty, ...details })

  const unread = needed.filter(({ status }) => status !== 'available')
  if (unread.length === 0) return undefined
  const waits = unread.flatMap((result) => (result.status === 'throttled' ? (result.retryAfterMs ?? []) : []))
  return Object.freeze({
    action: 'try-later',
    fields: unread.map(({ field }) => field),
    ...(waits.length > 0 && { retryAfterMs: Math.max(...waits) }),
    ...details,
  })
}

function undeclaredScope({ field, scope }: PermissionMissing): SkillProblem {
  const message = `The skill's manifest does not declare ${scope}. Add it to "permissions" in skill.json (or switch it on under Permissions in the developer console) and deploy the skill.`
  return Object.freeze({ code: 'scope-not-declared', field, scope, message })
}

/** A class, so that the profile is visible in `.profile` only, and not in logs, JSON or copies. */
class ProceedDecision<Required extends ProfileField, Optional extends ProfileField>
  implements Proceed<Required, Optional>
{
  readonly action = 'proceed'
  readonly missing: readonly { readonly field: Optional; readonly result: ProfileResult }[]
  declare readonly results: DecisionDetails['results']
  readonly #profile: Profile<Required, Optional>

  constructor(details: DecisionDetails, wanted: readonly ProfileResult[]) {
    const missing = wanted.filter(({ status }) => status !== 'available')
    this.missing = Object.freeze(missing.map((result) => ({ field: result.field as Optional, result })))
    Object.assign(this, details)
    const available = wanted.flatMap((result) =>
      result.status === 'available' ? [[result.field, takeValue(result)]] : [],
    )
    this.#profile = Object.freeze(Object.fromEntries(available))
  }

  get profile(): Profile<Required, Optional> {
    if (#profile in this) return this.#profile
    throw new ProfileError('copy-without-values', 'A copied decision has no profile. Read .profile from the original.')
  }

  toJSON(): object {
    const { action, missing, results } = this
    return { action, missing, results }
  }
}

printAsPlain(ProceedDecision)
