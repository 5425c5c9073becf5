import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Whether a manifest is in a project of ask-cli v1: `skill.json` beside `models`, or beside `.ask/config`. Version 2 keeps the
 * manifest in `skill-package`.
 *
 * @param file Absolute.
 */
export function isAskCliV1Project(file: string): boolean {
  const folder = dirname(file)
  if (basename(file) !== 'skill.json' || basename(folder) === 'skill-package') return false
  if (existsSync(join(folder, 'ask-resources.json'))) return false
  return existsSync(join(folder, '.ask', 'config')) || hasModels(join(folder, 'models'))
}

function hasModels(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => /^[a-z]{2}-[A-Z]{2}\.json$/.test(name))
  } catch {
    return false
  }
}
