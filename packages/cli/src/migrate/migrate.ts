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

/** No source file that a person writes is longer. */
const longestFile = 1_000_000

type Located<Found> = Omit<Found, 'offset'> & TextPosition & { readonly file: string }

export interface Migration {
  readonly reads: readonly Located<ProfileRead>[]
  readonly edits: readonly Located<BuilderEdit>[]
  /** What has to change like that, where an edit would not be safe. */
  readonly byHand: readonly Located<BuilderEdit>[]
  /** Folders of the package.json files that need @alexa-profile/ask-sdk after the edits; '' is the current folder. */
  readonly installIn: readonly string[]
  /** What to know about the Node version that the skill runs on. */
  readonly notes: readonly string[]
  /** Files that could not be parsed, or are too long: nothing is known about them. */
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
 * Finds how a skill reads the profile and the device's settings; with `write` makes the edits that are safe.
 *
 * @throws {CannotRun} for a path where nothing is, when there is no source file, or when an edit could not be undone
 */
export function migrate({ paths, folder, write, force }: MigrateOptions): Migration {
  const files = sourceFiles(paths, folder)
  if (files.length === 0) {
    throw new CannotRun(
      'There is no JavaScript or TypeScript file here. Name the folder of the skill: alexa-profile migrate lambda',
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
