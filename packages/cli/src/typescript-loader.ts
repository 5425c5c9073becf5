import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * The options that make Node load TypeScript as bundlers do: with the tsx that is installed beside the skill. Empty for
 * JavaScript, and if tsx is not installed. Newer Node versions then load TypeScript that only adds types.
 */
export function typescriptLoader(file: string): string[] {
  if (!/\.[cm]?tsx?$/.test(file)) return []
  try {
    return ['--import', pathToFileURL(createRequire(file).resolve('tsx')).href]
  } catch {
    return []
  }
}
