import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotRun } from './cannot-run.js'
import { quote } from './quote.js'

/** The value of `--skill`. */
export type SkillArgument =
  /** The URL of a skill that runs already. */
  | { readonly kind: 'url'; readonly url: string }
  /** The absolute path of a module, and the path as it was given. */
  | { readonly kind: 'module'; readonly file: string; readonly shown: string }

/** Reads the value of `--skill`. @throws {CannotRun} if it is neither a URL nor a file */
export function skillArgument(given: string, folder: string): SkillArgument {
  if (/^https?:/i.test(given)) {
    if (!URL.canParse(given))
      throw new CannotRun(`${quote(given)} is not a valid URL. Write http://127.0.0.1:3000/path`)
    const { username, password } = new URL(given)
    if (username !== '' || password !== '')
      throw new CannotRun('The URL of --skill must not contain a user name and password. Remove them.')
    return { kind: 'url', url: given }
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given)) {
    throw new CannotRun(`${quote(given)} is neither an http(s) URL nor the path of a file. Name a URL or a module.`)
  }
  const file = resolve(folder, given)
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) {
    throw new CannotRun(`${given} does not exist. Check the path: it is relative to the current folder.`)
  }
  if (!found.isFile()) throw new CannotRun(`${given} is a folder. Name the module in it that exports "handler".`)
  return { kind: 'module', file, shown: given }
}
