import { expect, it } from 'vitest'
import { base, fileAt, readSiteFile, siteFiles } from './built-site.js'

interface SitePage {
  readonly file: string
  readonly ids: ReadonlySet<string>
  /** The resolved URLs of its links and pictures. */
  readonly targets: readonly URL[]
  /** The URLs that a browser loads when it opens the page. */
  readonly loaded: readonly URL[]
}

const origin = 'http://site.invalid'

function urlsOf(html: string, page: string, pattern: RegExp): URL[] {
  const values = [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&'))
  return values.map((value) => new URL(value, `${origin}${base}${page}`))
}

const pages: SitePage[] = siteFiles
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const html = readSiteFile(file).toString()
    return {
      file,
      ids: new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)),
      targets: urlsOf(html, file, /<a\s[^>]*?href="([^"]+)"/g),
      loaded: urlsOf(html, file, /<(?:link\s[^>]*?href|(?:script|img|source|iframe)\s[^>]*?src(?:set)?)="([^" ]+)/g),
    }
  })
const idsOf = new Map(pages.map(({ file, ids }) => [file, ids]))
const isOwn = (url: URL) => url.origin === origin

it('has pages and links', () => {
  expect(pages.length).toBeGreaterThan(30)
  expect(pages.flatMap(({ targets }) => targets.filter(isOwn)).length).toBeGreaterThan(500)
})

it('links to existing pages and headings', () => {
  const dead = pages.flatMap(({ file, targets }) =>
    targets.filter(isOwn).flatMap((url) => {
      const target = fileAt(url.pathname)
      const id = decodeURIComponent(url.hash.slice(1))
      if (target === undefined) return [`${file}: no page ${url.pathname}`]
      return id === '' || idsOf.get(target)?.has(id) ? [] : [`${file}: no heading ${url.pathname}#${id}`]
    }),
  )
  expect([...new Set(dead)]).toEqual([])
})

it('links to other sites over https', () => {
  const others = pages.flatMap(({ targets }) => targets.filter((url) => !isOwn(url)))
  const odd = others.filter(({ protocol, hostname }) => protocol !== 'https:' || !hostname.includes('.'))
  expect([...new Set(odd.map(String))].filter((url) => !/^http:\/\/(localhost|127\.0\.0\.1)/.test(url))).toEqual([])
})

it('loads nothing from other hosts', () => {
  const missing = pages.flatMap(({ file, loaded }) =>
    loaded
      .filter((url) => url.protocol !== 'data:' && (!isOwn(url) || fileAt(url.pathname) === undefined))
      .map((url) => `${file}: ${url}`),
  )
  expect(missing).toEqual([])
  const styles = siteFiles.filter((file) => file.endsWith('.css')).map((file) => readSiteFile(file).toString())
  expect(styles.length).toBeGreaterThan(0)
  for (const style of styles) expect(style).not.toMatch(/@import|url\(["']?(?:https?:)?\/\//)
})

it('lists its pages for language models in the form of llmstxt.org', () => {
  const index = readSiteFile('llms.txt').toString()
  const [head = '', ...sections] = index.split(/^## /m)
  expect(head).toMatch(/^# alexa-profile\n\n> .+\n\n$/)
  expect(sections.length).toBeGreaterThan(5)
  for (const section of sections) {
    expect(section).toMatch(/^.+\n\n(?:- \[.+\]\(.+\)(?:: .+)?\n)+\n?$/)
  }
  expect(sections.at(-1)).toMatch(/^Optional\n/)

  const entries = [...index.matchAll(/^- \[.+?\]\(([^)]+)\)(?:: (.+))?$/gm)]
  const listed = new Map(entries.map(([, path = '', description]) => [path, description]))
  for (const path of listed.keys()) expect(fileAt(path)).toBe(path.slice(base.length))
  const whole = readSiteFile('llms-full.txt').toString()
  for (const { file } of pages.filter((page) => page.file.startsWith('guide/'))) {
    const page = `${base}${file.replace('.html', '.md')}`
    expect(listed.get(page)).toMatch(/.{20,}/)
    expect(whole).toContain(`url: ${page}\n`)
  }
  expect(whole).toContain('requireProfile(')
  expect(whole).not.toContain('<<<')
  expect(whole).not.toContain('url: /decisions/')
})
