import { posix } from 'node:path'
import type { MarkdownPage } from './markdown-pages.js'

export interface Code {
  /** Page and line. */
  readonly where: string
  readonly language: string
  readonly text: readonly string[]
  /** The imported file, relative to the repository's root, and its region. */
  readonly imports?: { readonly path: string; readonly region: string | undefined }
  /** The reason why no test runs it, from `<!-- not run: … -->` in the line before. */
  readonly exemption?: string
}

const importLine = /^<<< (\S+?)(?:#([\w-]+))?(?: ?\{[^}]*\})?(?: \[.+\])?$/

/** Finds the code of a page: fenced code, and code that `<<<` imports. */
export function codeOf({ file, lines }: MarkdownPage): Code[] {
  const found: Code[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? ''
    const exemption = lines[at - 1]?.match(/^\s*<!-- not run: (.+) -->$/)?.[1]
    const common = { where: `docs/${file}:${at + 1}`, ...(exemption === undefined ? {} : { exemption }) }
    if (line.startsWith('<<<')) {
      const [, path = '', region] = line.match(importLine) ?? []
      const fromRoot = path.startsWith('@/') ? `docs/${path.slice(2)}` : posix.join('docs', posix.dirname(file), path)
      found.push({ ...common, language: posix.extname(path).slice(1), text: [], imports: { path: fromRoot, region } })
    }
    const [fence, language = ''] = line.match(/^`{3,}(\w*)/) ?? []
    if (fence === undefined) continue
    const end = lines.findIndex((other, index) => index > at && other.trim() === fence.replace(/\w/g, ''))
    found.push({ ...common, language, text: lines.slice(at + 1, end) })
    at = end
  }
  return found
}
