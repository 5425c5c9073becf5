import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotCheck } from './cannot-check.js'

/** Where ask-cli keeps it, then where older projects do. */
const usualPlaces = ['skill-package/skill.json', 'skill.json']

/** @throws {CannotCheck} when the manifest is in none of the usual places */
export function findManifestFile(folder: string): string {
  const found = usualPlaces.find((place) => existsSync(join(folder, place)))
  if (found !== undefined) return found
  throw new CannotCheck(
    `There is no ${usualPlaces.join(' and no ')} here. Run this in the folder of the skill, or name the file: ` +
      'alexa-profile check path/to/skill.json',
  )
}

/**
 * The text of a file, without a byte order mark.
 *
 * @throws {CannotCheck} when there is no such file or it holds no UTF-8
 */
export function readManifestFile(file: string, folder: string): string {
  const bytes = readBytes(file, folder)
  if (isWide(bytes)) throw new CannotCheck(`${file} is encoded in UTF-16 or UTF-32. Save it as UTF-8.`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CannotCheck(`${file} is not encoded in UTF-8. Save it as UTF-8.`)
  }
  if (text.trim() === '') throw new CannotCheck(`${file} is empty. Name a file with a skill manifest.`)
  return text
}

const readProblems: Readonly<Record<string, (file: string, folder: string) => string>> = {
  ENOENT: (file) => `There is no file ${file}. Check the path; it starts from the folder that you are in.`,
  ENOTDIR: (file) => `There is no file ${file}. A part of the path is a file, not a folder.`,
  EISDIR: (file, folder) => {
    const inside = usualPlaces.map((place) => join(file, place)).find((place) => existsSync(resolve(folder, place)))
    const advice = inside === undefined ? 'Name a file with a skill manifest.' : `Name the file in it: ${inside}`
    return `${file} is a folder. ${advice}`
  },
  EACCES: (file) => `${file} may not be read by this user. Change its permissions.`,
}

function readBytes(file: string, folder: string): Uint8Array {
  try {
    return readFileSync(resolve(folder, file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new CannotCheck(readProblems[code]?.(file, folder) ?? `${file} cannot be read (${code}).`)
  }
}

/** A byte order mark of a wider encoding, or the zero that wider encodings have beside or before the opening brace. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || bytes.subarray(0, 4).includes(0)
}
