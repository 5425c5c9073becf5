import type { FieldWords } from './words.js'

/**
 * What a value belongs to: the account that the device is registered to, the person whose voice Alexa recognized, or the
 * device.
 */
export type FieldLevel = 'customer' | 'speaker' | 'device'

/** How one permission is spelled in the manifest, on a consent card and in a voice consent. */
export interface ScopeSpellings {
  readonly manifest: string
  readonly card: string
  /** `undefined` if Alexa cannot ask for it by voice. */
  readonly voice: string | undefined
}

/** What a 200 means for a field. */
export type ParsedValue<Value> = { readonly value: Value } | 'not-set' | 'invalid'

/** Everything that differs between fields. What the library, the emulator and the tools know of a field comes from here. */
export interface Field<
  Value = unknown,
  Level extends FieldLevel = FieldLevel,
  Scope extends ScopeSpellings | undefined = ScopeSpellings | undefined,
> {
  /** The path of its GET, at each level that has the field. `{deviceId}` stands for the id of the device. */
  readonly path: { readonly [L in Level]: string }
  /** `undefined` if the field needs no permission. */
  readonly scope: Scope
  /** Reads the JSON of a 200. Accepts only the documented shape. */
  readonly parse: (json: unknown) => ParsedValue<Value>
  /** A value for each level, such as the emulator's customer has. */
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
