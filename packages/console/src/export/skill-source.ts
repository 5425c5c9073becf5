import { relative, sep } from 'node:path'
import { CommandRefused } from '../protocol/command-refused.js'
import { code } from './source-code.js'

/** How an exported test reaches the skill. */
export type SkillSource =
  /** The skill listens at a URL, and expects the emulator at this port. */
  | { readonly kind: 'url'; readonly url: string; readonly port: number }
  /** A module exports the skill. */
  | { readonly kind: 'module'; readonly file: string; readonly exportName: string }

/** How a test in `folder` loads a module: the expression and the imports that it needs. */
export interface ModuleImport {
  readonly expression: string
  readonly imports: readonly string[]
}

/**
 * Vite reads `#` and `?` in a path as the start of a query. So the test loads modules in such paths with Node, or with
 * tsx if they are TypeScript. tsx also reads `?` as the start of a query, so TypeScript cannot be loaded from such
 * paths.
 *
 * @throws {CommandRefused}
 */
export function moduleImport(file: string, folder: string): ModuleImport {
  const specifier = specifierOf(file, folder)
  const isTypeScript = /\.[cm]?tsx?$/.test(specifier)
  if (!/[#?]/.test(specifier)) {
    // TypeScript needs the name of its compiled file. JavaScript may have no types, and a cast avoids the error.
    const written = isTypeScript ? code(specifier.replace(/tsx?$/, 'js')) : `${code(specifier)} as string`
    return { expression: `await import(${written})`, imports: [] }
  }
  if (!isTypeScript) {
    const expression = `createRequire(import.meta.url)(${code(specifier)})`
    return { expression, imports: ["import { createRequire } from 'node:module'"] }
  }
  if (specifier.includes('?')) {
    throw new CommandRefused('A test cannot load TypeScript from a path with a question mark. Rename the folder first.')
  }
  return {
    expression: `await tsImport(${code(encoded(specifier))}, import.meta.url)`,
    imports: ["import { tsImport } from 'tsx/esm/api'"],
  }
}

/** Returns the URL of a file, as an expression in a test in `folder`. */
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
