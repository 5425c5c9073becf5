import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotRun } from './cannot-run.js'

/**
 * The text of a file, without a byte order mark.
 *
 * @param what What should be in it: `a skill manifest`.
 * @throws {CannotRun} when there is no such file or it holds no UTF-8
 */
export function readTextFile(file: string, folder: string, what: string): string {
  const bytes = readBytes(file, folder, what)
  if (isWide(bytes)) throw new CannotRun(`${file} is encoded in UTF-16 or UTF-32. Save it as UTF-8.`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CannotRun(`${file} is not encoded in UTF-8. Save it as UTF-8.`)
  }
  if (text.trim() === '') throw new CannotRun(`${file} is empty. Name a file with ${what}.`)
  return text
}

const readProblems: Readonly<Record<string, (file: string, what: string) => string>> = {
  ENOENT: (file) => `There is no file ${file}. Check the path; it starts from the folder that you are in.`,
  ENOTDIR: (file) => `There is no file ${file}. A part of the path is a file, not a folder.`,
  EISDIR: (file, what) => `${file} is a folder. Name a file with ${what}.`,
  EACCES: (file) => `${file} may not be read by this user. Change its permissions.`,
}

function readBytes(file: string, folder: string, what: string): Uint8Array {
  try {
    return readFileSync(resolve(folder, file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new CannotRun(readProblems[code]?.(file, what) ?? `${file} cannot be read (${code}).`)
  }
}

/** A byte order mark of a wider encoding, or the zero that wider encodings have beside or before the opening brace. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || bytes.subarray(0, 4).includes(0)
}
