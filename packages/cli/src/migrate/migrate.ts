import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotRun } from '../cannot-run.js'
import { type TextPosition, textPosition } from '../text-position.js'
import { type BuilderEdit, builderEdits, type EditedSource } from './builder-edits.js'
import { findReads } from './find-reads.js'
import { assertCommitted } from './git-state.js'
import { runtimeNotes } from './node-runtime.js'
import { parseSource } from './parse-source.js'
import type { ProfileRead } from './profile-read.js'
import { sourceFiles } from './source-files.js'

/** In characters. Hand-written source files are shorter. */
const longestFile = 1_000_000

type Located<Found> = Omit<Found, 'offset'> & TextPosition & { readonly file: string }

export interface Migration {
  readonly reads: readonly Located<ProfileRead>[]
  readonly edits: readonly Located<BuilderEdit>[]
  /** Calls that have to change in the same way, but cannot be edited safely. */
  readonly byHand: readonly Located<BuilderEdit>[]
  /** The folders in which @alexa-profile/ask-sdk has to be installed after the edits; '' is the current folder. */
  readonly installIn: readonly string[]
  /** Warnings about the Node version on which the skill runs. */
  readonly notes: readonly string[]
  /** Files that were not searched because they cannot be parsed or are too long. */
  readonly skipped: readonly string[]
  /** Whether the edits have been made. */
  readonly written: boolean
}

export interface MigrateOptions {
  readonly paths: readonly string[]
  readonly folder: string
  readonly write: boolean
  readonly force: boolean
}

/**
 * Finds how a skill reads the profile and the device's settings. With `write`, makes the safe edits.
 *
 * @throws {CannotRun} if a path does not exist, if there is no source file, or if an edit could not be undone
 */
export function migrate({ paths, folder, write, force }: MigrateOptions): Migration {
  const files = sourceFiles(paths, folder)
  if (files.length === 0) {
    throw new CannotRun(
      'No JavaScript or TypeScript file found. Name the folder of the skill: alexa-profile migrate lambda',
    )
  }
  const reads: Located<ProfileRead>[] = []
  const edits: Located<BuilderEdit>[] = []
  const byHand: Located<BuilderEdit>[] = []
  const skipped: string[] = []
  const edited = new Map<string, EditedSource>()
  for (const file of files) {
    const text = readFileSync(resolve(folder, file), 'utf8')
    const tree = text.length > longestFile ? undefined : parseSource(file, text)
    if (tree === undefined) {
      skipped.push(file)
      continue
    }
    const locate = <Found extends { readonly offset: number }>({ offset, ...found }: Found) => ({
      file,
      ...textPosition(text, offset),
      ...found,
    })
    reads.push(...findReads(tree).map(locate))
    const source = builderEdits(file, tree, text)
    if (source === undefined) continue
    edits.push(...source.edits.map(locate))
    byHand.push(...source.byHand.map(locate))
    if (source.edits.length > 0) edited.set(file, source)
  }
  const written = write && edited.size > 0
  if (written) {
    if (!force) assertCommitted([...edited.keys()], folder)
    for (const [file, { text }] of edited) writeFileSync(resolve(folder, file), text)
  }
  const importing = edits.filter(({ kind }) => kind === 'api-client')
  const installIn = new Set(importing.map(({ file }) => packageFolder(file, folder)))
  return { reads, edits, byHand, installIn: [...installIn], notes: runtimeNotes(folder), skipped, written }
}

/** The nearest folder around a file that has a package.json, relative to `folder` and not above it. */
function packageFolder(file: string, folder: string): string {
  let place = dirname(file)
  while (place !== '.' && !existsSync(join(folder, place, 'package.json'))) place = dirname(place)
  return place === '.' ? '' : place
}
