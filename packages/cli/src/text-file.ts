import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotRun } from './cannot-run.js'

/**
 * Reads the text of a file, without a byte order mark.
 *
 * @param what The expected content, such as `a skill manifest`.
 * @throws {CannotRun} if the file does not exist, is empty, has more than 5 MiB, or is not UTF-8
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
  ENOENT: (file) => `${file} does not exist. Check the path: it is relative to the current folder.`,
  ENOTDIR: (file) => `${file} does not exist. A part of the path is a file, not a folder.`,
  EISDIR: (file, what) => `${file} is a folder. Name a file with ${what}.`,
  EACCES: (file) => `This user may not read ${file}. Change the file's permissions.`,
}

/** Manifests and interaction models have at most 1.5 MB. */
const maximumMiB = 5

function readBytes(file: string, folder: string, what: string): Uint8Array {
  try {
    const bytes = readUpTo(maximumMiB * 1024 * 1024 + 1, resolve(folder, file))
    if (bytes.length <= maximumMiB * 1024 * 1024) return bytes
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new CannotRun(readProblems[code]?.(file, what) ?? `${file} cannot be read (${code}).`)
  }
  throw new CannotRun(`${file} has more than ${maximumMiB} MiB. Name a file with ${what}.`)
}

/** Reads without asking for the size, because a pipe such as the shell's `<(…)` has none. */
function readUpTo(maximumBytes: number, path: string): Uint8Array {
  const buffer = Buffer.allocUnsafe(maximumBytes)
  const descriptor = openSync(path, 'r')
  try {
    let length = 0
    let read: number
    do {
      read = readSync(descriptor, buffer, length, maximumBytes - length, null)
      length += read
    } while (read > 0 && length < maximumBytes)
    return buffer.subarray(0, length)
  } finally {
    closeSync(descriptor)
  }
}

/** Finds the byte order mark of a wider encoding, or the zero byte that it has beside the opening brace. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || bytes.subarray(0, 4).includes(0)
}
