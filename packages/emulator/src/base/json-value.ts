import { isObject } from './is-object.js'

/** Returns a member of a JSON object, or undefined if the value is not an object or lacks the member. @internal */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** Returns the items of a JSON array, or an empty list for any other value. @internal */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Returns a string that is not empty, or undefined for any other value. @internal */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Returns the strings of a JSON array. @internal */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string')
}
