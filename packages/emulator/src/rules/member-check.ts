import { isObject } from '../base/is-object.js'
import { isAbsent } from '../wire/response.js'

/** What a member of a directive must be. */
export interface MemberCheck {
  /** The end of a message that begins with "must be". */
  readonly form: string
  fits(value: unknown): boolean
  /** A member that may be left out. */
  readonly isOptional?: true
}

export const text: MemberCheck = {
  form: 'a non-empty string',
  fits: (value) => typeof value === 'string' && value !== '',
}

export const httpsUrl: MemberCheck = {
  form: 'an https URL',
  fits: (value) => typeof value === 'string' && /^https:\/\/./i.test(value),
}

export const object: MemberCheck = { form: 'an object', fits: isObject }

export const list: MemberCheck = { form: 'an array', fits: Array.isArray }

export const count: MemberCheck = {
  form: 'a whole number, 0 or more',
  fits: (value) => Number.isInteger(value) && Number(value) >= 0,
}

export const present: MemberCheck = { form: 'there', fits: () => true }

export function oneOf(...values: readonly string[]): MemberCheck {
  return { form: `one of ${values.join(', ')}`, fits: (value) => values.some((known) => known === value) }
}

export function atMost(characters: number): MemberCheck {
  return {
    form: `a string of 1 to ${characters} characters`,
    fits: (value) => typeof value === 'string' && value !== '' && value.length <= characters,
  }
}

export function optional(check: MemberCheck): MemberCheck {
  return { ...check, isOptional: true }
}

/** Returns the first member that is wrong. @param members Checks by path, such as `audioItem.stream.url`. */
export function memberProblem(value: unknown, members: Readonly<Record<string, MemberCheck>>): string | undefined {
  for (const [path, { form, fits, isOptional }] of Object.entries(members)) {
    const member = path
      .split('.')
      .reduce<unknown>((parent, name) => (isObject(parent) ? parent[name] : undefined), value)
    if (isAbsent(member) ? !isOptional : !fits(member)) return `${path} must be ${form}`
  }
  return undefined
}
