import { isObject } from './is-object.js'
import type { ErrorDescription } from './skill-problem.js'

/**
 * A remark on the handler:
 *
 * - `callback-handler`: it takes a callback, which Node 24 rejects
 * - `value-ignored`: it returned a response without a promise, which only Node 24 accepts
 */
export type HandlerRemark = 'callback-handler' | 'value-ignored'

/** A message from the process of a skill. */
export type SkillMessage =
  | { readonly type: 'loaded'; readonly files: readonly string[] }
  | { readonly type: 'failed'; readonly files: readonly string[]; readonly error: ErrorDescription }
  | { readonly type: 'remark'; readonly remark: HandlerRemark }
  /** An error was not caught, and the process is about to end. */
  | { readonly type: 'crashed' }
  | { readonly type: 'answered'; readonly id: number; readonly text: string | undefined }
  | { readonly type: 'threw' | 'not-json'; readonly id: number; readonly error: ErrorDescription }

/**
 * Reads a message. Undefined if it is invalid: the skill's code runs in the process that wrote it, and may have changed
 * globals.
 */
export function skillMessage({
  type,
  id,
  text,
  files,
  error,
  remark,
}: Readonly<Record<string, unknown>>): SkillMessage | undefined {
  switch (type) {
    case 'loaded':
      return { type, files: stringsIn(files) }
    case 'failed':
      return { type, files: stringsIn(files), error: errorIn(error) }
    case 'remark':
      return remark === 'callback-handler' || remark === 'value-ignored' ? { type, remark } : undefined
    case 'crashed':
      return { type }
    case 'answered':
      return typeof id === 'number' ? { type, id, text: stringIn(text) } : undefined
    case 'threw':
    case 'not-json':
      return typeof id === 'number' ? { type, id, error: errorIn(error) } : undefined
    default:
      return undefined
  }
}

function errorIn(error: unknown): ErrorDescription {
  const { name, code, message, stack } = isObject(error) ? error : {}
  return { name: stringIn(name), code: stringIn(code), message: stringIn(message) ?? '', stack: stringIn(stack) }
}

function stringsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
}

function stringIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
