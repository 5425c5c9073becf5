import {
  isScope,
  knownScopes,
  type ProfileField,
  type ProfileValues,
  fields as records,
  unknownName,
} from '@alexa-profile/core'
import { EmulatorError } from '../base/emulator-error.js'
import type { ConsentRecord } from './consent-ledger.js'
import { customerScopes } from './customer-scopes.js'
import { manifestSpelling } from './manifest-spelling.js'

/** What Alexa has on file. The API responds with 204 for a field that is absent. */
export type CustomerData = { readonly [Field in ProfileField]?: ProfileValues[Field] }

/** A field, which stands for its scope, or a scope as the manifest or a consent card spells it. */
export type Permission<Field extends ProfileField = ProfileField> = Field | `${string}:${string}`

/** The data of one customer or speaker, and the skill's permission to read it. */
export interface ProfileRecord<Field extends ProfileField = ProfileField> {
  /** A copy of the values that are on file now. */
  readonly data: Pick<CustomerData, Field>
  /** A copy of the set of scopes that are granted now. Nothing is granted at the start. */
  readonly granted: ReadonlySet<string>
  /**
   * Stores values. Other fields stay as they are.
   *
   * @throws {EmulatorError} `field-unknown`; `option-invalid` for a value of the wrong type.
   */
  set(values: Pick<CustomerData, Field>): void
  /**
   * Removes values. With consent, the API then responds with 204.
   *
   * @throws {EmulatorError} `field-unknown`
   */
  clear(...fields: Field[]): void
  /**
   * Grants permissions. A permission that the manifest does not declare can be granted, but has no effect until it is
   * declared.
   *
   * @throws {EmulatorError} `field-unknown` for a name that is neither a field nor a known or declared scope;
   * `skill-disabled`.
   */
  grant(...permissions: Permission<Field>[]): void
  /**
   * Withdraws consent immediately, also for tokens that are still valid.
   *
   * @throws {EmulatorError} `field-unknown`
   */
  revoke(...permissions: Permission<Field>[]): void
  /**
   * Grants every scope that the manifest declares now.
   *
   * @throws {EmulatorError} `skill-disabled`
   */
  grantAll(): void
  revokeAll(): void
}

/** Creates a record. @internal */
export function createProfileRecord<Field extends ProfileField>(
  fields: readonly Field[],
  initial: Pick<CustomerData, Field>,
  declaredScopes: () => ReadonlySet<string>,
  consent: ConsentRecord,
  changed: () => void,
): ProfileRecord<Field> {
  const known: ReadonlySet<string> = new Set(fields)
  const values = new Map<string, unknown>()
  const isField = (name: string): name is Field => known.has(name)
  const isForSpeakers = fields.every((field) => Object.hasOwn(records[field].path, 'speaker'))
  const isOfThisLevel = (scope: string) => !isForSpeakers || !customerScopes.has(scope)

  function fieldOf(name: string): Field {
    if (isField(name)) return name
    throw new EmulatorError('field-unknown', unknownName('field', String(name), fields))
  }

  function scopeFor(permission: string): string {
    const scope = isField(permission) ? records[permission].scope?.manifest : manifestSpelling(permission)
    if (scope === undefined) {
      throw new EmulatorError('field-unknown', `${permission} needs no permission. The skill may always read it.`)
    }
    if (isOfThisLevel(scope) && (isScope(scope) || declaredScopes().has(scope))) return scope
    const scopes = new Set([...declaredScopes(), ...knownScopes])
    const known = [...fields, ...[...scopes].filter(isOfThisLevel)]
    const help = `Use one of ${fields.join(', ')}, or a scope.`
    throw new EmulatorError('field-unknown', unknownName('permission', String(permission), known, help))
  }

  const record: ProfileRecord<Field> = {
    get data() {
      // The cast is safe because set() has checked each name and value.
      return Object.fromEntries(structuredClone([...values])) as Pick<CustomerData, Field>
    },
    get granted() {
      return new Set(consent.granted)
    },
    set(changes) {
      const checked = Object.entries(changes).map(
        ([name, value]) => [fieldOf(name), checkedValue(fieldOf(name), value)] as const,
      )
      for (const [field, value] of checked) values.set(field, value)
      changed()
    },
    clear(...names) {
      for (const field of names.map(fieldOf)) values.delete(field)
      changed()
    },
    grant: (...permissions) => consent.grant(permissions.map(scopeFor)),
    revoke: (...permissions) => consent.revoke(permissions.map(scopeFor)),
    grantAll: () => consent.grant([...declaredScopes()].filter(isOfThisLevel)),
    revokeAll: () => consent.revoke(consent.granted),
  }
  record.set(initial)
  return record
}

/** Checks that core accepts a value, so that the API can send it. */
function checkedValue(field: ProfileField, value: unknown): unknown {
  const isValue = value !== undefined && value !== null && value !== ''
  const samples: readonly unknown[] = Object.values(records[field].sample)
  // Core's samples need no check. Checking a time zone makes Node load all of them, which takes longer than the rest of
  // a start.
  if (isValue && (samples.includes(value) || records[field].parse(value) !== 'invalid')) return structuredClone(value)
  const [sample] = samples
  throw new EmulatorError(
    'option-invalid',
    `${field} must be a value such as ${JSON.stringify(sample)}. To have no value on file, call clear('${field}').`,
  )
}
