import { isAbsolute, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Matches `at handler (/skill/index.js:12:5)`, `at async file:///skill/index.js:12:5`, and esbuild's syntax errors. */
const places = [/\((.+):(\d+):(\d+)\)$/, /^\s+at (?:async )?(.+):(\d+):(\d+)$/, /^(.+):(\d+):(\d+): ERROR: /]

/** The first line of the stack of a syntax error: `/skill/index.js:12`. */
const syntaxErrorPlace = /^(.+):(\d+)$/

/**
 * Finds the place in the developer's own files where an error happened, in a form that editors and terminals open.
 *
 * @param stack An error's `stack`.
 * @returns `src/index.ts:12:5`, relative to the current folder if the file is in it. Undefined if the stack names no
 * file outside of Node and `node_modules`.
 */
export function errorLocation(stack: string): string | undefined {
  for (const [index, line] of stack.split('\n').entries()) {
    const patterns = index === 0 ? [...places, syntaxErrorPlace] : places
    const [, place = '', ...position] = patterns.map((pattern) => pattern.exec(line)).find(Boolean) ?? []
    const file = pathOf(place)
    if (file !== undefined && !/[\\/]node_modules[\\/]/.test(file)) return [shown(file), ...position].join(':')
  }
  return undefined
}

function pathOf(place: string): string | undefined {
  if (isAbsolute(place)) return place
  try {
    return place.startsWith('file:') ? fileURLToPath(place) : undefined
  } catch {
    return undefined
  }
}

function shown(file: string): string {
  const path = relative(process.cwd(), file)
  return path.startsWith('..') || isAbsolute(path) ? file : path
}
