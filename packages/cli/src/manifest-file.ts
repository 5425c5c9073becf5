import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isAskCliV1Project } from './ask-cli-v1.js'
import { CannotRun } from './cannot-run.js'
import { readTextFile } from './text-file.js'

/** Where ask-cli keeps the manifest, then where older projects do. */
const usualPlaces = ['skill-package/skill.json', 'skill.json']

/** Relative to `lambda`, which Alexa-hosted skills have beside the skill package. */
const placeBeside = '../skill-package/skill.json'

/** Relative to `lambda/custom`, where ask-cli v1 has the code. */
const placeOfV1 = '../../skill.json'

/** The path of the manifest of the skill in this folder, relative to the folder. */
export function usualManifestFile(folder: string): string | undefined {
  const usual = [...usualPlaces, placeBeside].find((place) => existsSync(join(folder, place)))
  const ofV1 = join(folder, placeOfV1)
  return usual ?? (existsSync(ofV1) && isAskCliV1Project(ofV1) ? placeOfV1 : undefined)
}

/** Finds the skill's manifest. @throws {CannotRun} if the manifest is in none of the usual places */
export function findManifestFile(folder: string): string {
  const found = usualManifestFile(folder)
  if (found !== undefined) return found
  throw new CannotRun(
    `No skill manifest found at ${usualPlaces.join(', ')} or ${placeBeside}. Run this command in the skill's folder, or pass the file: ` +
      'alexa-profile check path/to/skill.json',
  )
}

/** Reads the manifest. @throws {CannotRun} if the path is a folder, or for the reasons of `readTextFile` */
export function readManifestFile(file: string, folder: string): string {
  const inside = usualPlaces.find((place) => existsSync(join(resolve(folder, file), place)))
  if (inside !== undefined) throw new CannotRun(`${file} is a folder. Name the file in it: ${join(file, inside)}`)
  return readTextFile(file, folder, 'a skill manifest')
}
