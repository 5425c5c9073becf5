import { readdirSync, readFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const noPages = ['README.md', 'api', 'node_modules', 'snippets', '.vitepress']

export interface MarkdownPage {
  /** The page's path, relative to docs/. */
  readonly file: string
  readonly lines: readonly string[]
}

function markdownIn(folder: string): string[] {
  return readdirSync(new URL(folder, root), { withFileTypes: true })
    .filter(({ name }) => !noPages.includes(name))
    .flatMap((entry) => (entry.isDirectory() ? markdownIn(`${folder}${entry.name}/`) : `${folder}${entry.name}`))
    .filter((file) => file.endsWith('.md'))
}

/** All hand-written pages, without the generated API reference. */
export const markdownPages: readonly MarkdownPage[] = markdownIn('')
  .sort()
  .map((file) => ({ file, lines: readFileSync(new URL(file, root), 'utf8').split('\n') }))
