import { relative, sep } from 'node:path'
import { CommandRefused } from '../protocol/command-refused.js'
import { code } from './source-code.js'

/** Where an exported test finds the skill. */
export type SkillSource =
  /** It listens, and expects the emulator at this port. */
  | { readonly kind: 'url'; readonly url: string; readonly port: number }
  /** It is what a module exports. */
  | { readonly kind: 'module'; readonly file: string; readonly exportName: string }

/** How a test in `folder` loads a module: the expression, and what it needs imported. */
export interface ModuleImport {
  readonly expression: string
  readonly imports: readonly string[]
}

/**
 * Vite takes `#` and `?` in a path for the start of a query. Modules in such paths are loaded by Node itself, or by tsx if
 * they are TypeScript. tsx takes what follows a `?` for a query as well, so nothing loads TypeScript from there.
 *
 * @throws {CommandRefused}
 */
export function moduleImport(file: string, folder: string): ModuleImport {
  const specifier = specifierOf(file, folder)
  const isTypeScript = /\.[cm]?tsx?$/.test(specifier)
  if (!/[#?]/.test(specifier)) {
    // TypeScript needs the name of what it would compile to; JavaScript may have no types, and a cast does without
    const written = isTypeScript ? code(specifier.replace(/tsx?$/, 'js')) : `${code(specifier)} as string`
    return { expression: `await import(${written})`, imports: [] }
  }
  if (!isTypeScript) {
    const expression = `createRequire(import.meta.url)(${code(specifier)})`
    return { expression, imports: ["import { createRequire } from 'node:module'"] }
  }
  if (specifier.includes('?')) {
    throw new CommandRefused('No test can load TypeScript from a path with a question mark. Rename the folder first.')
  }
  return {
    expression: `await tsImport(${code(encoded(specifier))}, import.meta.url)`,
    imports: ["import { tsImport } from 'tsx/esm/api'"],
  }
}

/** The URL of a file, as an expression of a test in `folder`. */
export function fileUrl(file: string, folder: string): string {
  return `new URL(${code(encoded(specifierOf(file, folder)))}, import.meta.url)`
}

function specifierOf(file: string, folder: string): string {
  const path = relative(folder, file).replaceAll(sep, '/')
  return path.startsWith('../') ? path : `./${path}`
}

function encoded(specifier: string): string {
  return specifier.split('/').map(encodeURIComponent).join('/')
}
