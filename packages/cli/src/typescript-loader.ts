import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * The options that make Node load TypeScript as bundlers do: with the tsx that is installed beside the skill. None for
 * JavaScript, and where there is no tsx; newer Nodes then load what is TypeScript in its types only.
 */
export function typescriptLoader(file: string): string[] {
  if (!/\.[cm]?tsx?$/.test(file)) return []
  try {
    return ['--import', pathToFileURL(createRequire(file).resolve('tsx')).href]
  } catch {
    return []
  }
}
