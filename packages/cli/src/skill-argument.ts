import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotRun } from './cannot-run.js'
import { quote } from './quote.js'

/** What `--skill` names. */
export type SkillArgument =
  /** Where a skill listens that runs already. */
  | { readonly kind: 'url'; readonly url: string }
  /** The absolute path of a module, and as it was given. */
  | { readonly kind: 'module'; readonly file: string; readonly shown: string }

/** @throws {CannotRun} when it is neither a URL nor a file */
export function skillArgument(given: string, folder: string): SkillArgument {
  if (/^https?:/i.test(given)) {
    if (!URL.canParse(given)) throw new CannotRun(`${quote(given)} is no URL. Write http://127.0.0.1:3000/path`)
    const { username, password } = new URL(given)
    if (username !== '' || password !== '') throw new CannotRun('--skill takes no user name and password in the URL.')
    return { kind: 'url', url: given }
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given)) {
    throw new CannotRun(`${quote(given)} is neither an http(s) URL nor the path of a file.`)
  }
  const file = resolve(folder, given)
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) {
    throw new CannotRun(`There is no file ${given}. Check the path; it starts from the folder that you are in.`)
  }
  if (!found.isFile()) throw new CannotRun(`${given} is a folder. Name the module in it that exports "handler".`)
  return { kind: 'module', file, shown: given }
}
