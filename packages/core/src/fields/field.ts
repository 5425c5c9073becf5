import type { FieldWords } from './words.js'

/** The owner of a value: the account, the speaker whose voice Alexa recognized, or the device. */
export type FieldLevel = 'customer' | 'speaker' | 'device'

/** The spellings of one permission in the manifest, on a consent card and in a voice consent. */
export interface ScopeSpellings {
  readonly manifest: string
  readonly card: string
  /** The spelling in a voice consent; `undefined` if Alexa cannot ask for it by voice. */
  readonly voice: string | undefined
}

/** The meaning of a 200 response's body for a field. */
export type ParsedValue<Value> = { readonly value: Value } | 'not-set' | 'invalid'

/** Everything that differs between fields. The library, the emulator and the tests derive the rest from this record. */
export interface Field<
  Value = unknown,
  Level extends FieldLevel = FieldLevel,
  Scope extends ScopeSpellings | undefined = ScopeSpellings | undefined,
> {
  /** The path of the GET request, by level. `{deviceId}` stands for the device's id. */
  readonly path: { readonly [L in Level]: string }
  /** The permission; `undefined` if the field needs no permission. */
  readonly scope: Scope
  /** Parses the JSON of a 200 response. Accepts only the documented shape. */
  readonly parse: (json: unknown) => ParsedValue<Value>
  /** A value for each level, which the emulator's customer has. */
  readonly sample: { readonly [L in Level]: Value }
  readonly words: FieldWords
}

export function field<
  Value,
  const Path extends { readonly [L in FieldLevel]?: string },
  const Scope extends ScopeSpellings | undefined,
>(record: {
  readonly path: Path
  readonly scope: Scope
  readonly parse: (json: unknown) => ParsedValue<Value>
  readonly sample: { readonly [L in keyof Path]: Value }
  readonly words: FieldWords
}): Field<Value, Extract<keyof Path, FieldLevel>, Scope> {
  return Object.freeze(record) as Field<Value, Extract<keyof Path, FieldLevel>, Scope>
}
