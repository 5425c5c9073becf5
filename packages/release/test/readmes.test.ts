import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { publishedPackages, repositoryRoot } from '../src/repository.js'

const packages = publishedPackages().map(({ folder, manifest: { name } }) => {
  const readme = readFileSync(`${repositoryRoot}/${folder}/README.md`, 'utf8')
  const links = [...readme.replace(/```.*?```/gs, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => href)
  return { name, readme, links }
})
/** The headings of a README as links on its npm page: `#what-is-checked`. */
const headingsOf = (readme: string) =>
  [...readme.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')}`,
  )

it.each(packages)('$name: all links of its README work on npm', ({ readme, links }) => {
  const headings = headingsOf(readme)
  expect(links.filter((href) => !href.startsWith('https://') && !headings.includes(href))).toEqual([])
})

it.each(packages)('$name: its README links to packages, and to headings of their READMEs, that exist', ({ links }) => {
  const pages = packages.flatMap(({ name, readme }) => [name, ...headingsOf(readme).map((heading) => name + heading)])
  const linked = links.flatMap((href) => href.match(/npmjs\.com\/package\/(@alexa-profile\/.+)$/)?.[1] ?? [])
  expect(linked.filter((page) => !pages.includes(page))).toEqual([])
})

it.each(packages)('$name: its README begins with its name, what it is and how to get it', ({ name, readme }) => {
  const [title, , sentence = ''] = readme.split('\n')
  expect(title).toBe(`# ${name}`)
  expect(sentence).toMatch(/^[A-Z`]/)
  const command = name === '@alexa-profile/create' ? 'npm create @alexa-profile' : `npm install ${name}`
  expect(readme.split('\n').slice(0, 20).join('\n').replace('--save-dev ', '')).toContain(command)
})
