import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { repositoryFile } from '../.vitepress/repository-links.js'
import { sections } from '../.vitepress/sections.js'
import { pagesOf } from '../.vitepress/sidebar.js'
import { markdownPages } from './markdown-pages.js'

it('lists each page once in the sidebar', () => {
  const listed = sections.flatMap(({ pages }) => pages.flatMap(pagesOf)).filter((page) => !page.startsWith('api/'))
  const written = markdownPages.map(({ file }) => file.replace(/\.md$/, '')).filter((page) => page !== 'index')
  expect(listed.toSorted()).toEqual(written.toSorted())
})

it.each(markdownPages.filter(({ file }) => file.startsWith('guide/')))(
  '$file has a title and a description',
  ({ lines }) => {
    expect(lines.join('\n')).toMatch(/^---\n\n?title: .{3,40}\ndescription: .{20,160}\n(?:keywords: \[.+\]\n)?---\n/)
  },
)

it('links to existing files of the repository', () => {
  const links = markdownPages.flatMap(({ file, lines }) =>
    [...lines.join('\n').matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => ({
      file,
      target: repositoryFile(file, href),
    })),
  )
  const dead = links.filter(
    ({ target }) => target !== undefined && !existsSync(new URL(`../../${target.split('#')[0]}`, import.meta.url)),
  )
  expect(dead).toEqual([])
})
