import { posix } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/**
 * Pages also link to repository files that are not on the site. In the repository, such a link works as it is.
 * On the site, it leads to GitHub. A build that does not know the repository's name shows only the link's text.
 */
export function repositoryLinks(markdown: MarkdownRenderer, repository: string | undefined): void {
  markdown.core.ruler.push('repository-links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      let outside = false
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const file = repositoryFile(env.relativePath, token.attrGet('href') ?? '')
          outside = file !== undefined && repository === undefined
          if (file !== undefined) token.attrSet('href', `https://github.com/${repository}/blob/main/${file}`)
        }
        if (!outside || !token.type.startsWith('link_')) continue
        token.type = token.type.replace('link', 'span')
        token.tag = 'span'
        token.attrs = []
        if (token.nesting === -1) outside = false
      }
    }
  })
}

/** Returns the repository file that a link of a page in docs/ leads to, or undefined if the link leads to a page of the site. */
export function repositoryFile(page: string, href: string): string | undefined {
  if (/^[a-z]+:|^[#/]/i.test(href)) return undefined
  const file = posix.join('docs', posix.dirname(page), href)
  return file.startsWith('docs/') && !file.startsWith('docs/snippets/') ? undefined : file
}
