import { readdirSync, readFileSync } from 'node:fs'
import type { DefaultTheme } from 'vitepress'
import { sections } from './sections.js'

const root = new URL('../', import.meta.url)

/** Expands a pattern: `decisions/*` stands for all pages of that folder. */
export function pagesOf(pattern: string): string[] {
  if (!pattern.endsWith('/*')) return [pattern]
  const folder = pattern.slice(0, -2)
  return readdirSync(new URL(`${folder}/`, root))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file.replace(/\.md$/, '')}`)
    .sort()
}

/** Returns a page's `title` or first heading, without the npm scope of packages. */
function titleOf(page: string): string {
  const source = readFileSync(new URL(`${page}.md`, root), 'utf8')
  const [, title = page] = source.match(/^---\n(?:.*\n)*?title: (.+)\n/) ?? source.match(/^# (.+)$/m) ?? []
  return title.replaceAll('`', '').replace(/^@alexa-profile\//, '')
}

export function sidebar(): DefaultTheme.SidebarMulti {
  const folders = new Set(sections.map(({ folder }) => folder))
  return Object.fromEntries(
    [...folders].map((folder) => [
      folder === undefined ? '/' : `/${folder}/`,
      sections
        .filter((section) => section.folder === folder)
        .map(({ text, pages }) => ({
          text,
          items: pages.flatMap(pagesOf).map((page) => ({ text: titleOf(page), link: `/${page}` })),
        })),
    ]),
  )
}
