import { errorLocation } from '@alexa-profile/emulator'

/** An error from another process. */
export interface ErrorDescription {
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly message: string
  readonly stack?: string | undefined
}

const typescriptAdvice = 'To load TypeScript, install tsx beside the skill, or name the built JavaScript file.'

const advice: Readonly<Record<string, string>> = {
  'no-handler': 'Export a handler: export const handler = async (event, context) => skill.invoke(event, context)',
  'callback-handler':
    'Export an async handler: export const handler = async (event, context) => skill.invoke(event, context)',
  ERR_UNKNOWN_FILE_EXTENSION: typescriptAdvice,
  ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX: typescriptAdvice,
}

/** Says why the module of a skill cannot be loaded. */
export class SkillProblem extends Error {
  override readonly name: string
  /** Whether a file or a package was not found. */
  readonly isMissing: boolean
  /** The stack if it says more than the message, and what to do. */
  readonly detail: string
  /** The location of the error: `src/index.ts:12:5`; undefined if no place is known. */
  readonly location: string | undefined

  constructor({ name = 'Error', code = '', message, stack }: ErrorDescription) {
    super(message)
    this.name = name
    this.stack = stack ?? message // of the other process
    this.location = errorLocation(this.stack)
    this.isMissing = code.endsWith('MODULE_NOT_FOUND')
    this.detail = [code in advice ? message : (stack ?? message), advice[code]].filter(Boolean).join('\n')
  }
}
