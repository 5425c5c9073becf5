import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packagesDiagram } from '../guide/diagrams/packages-diagram.js'
import { sequenceDiagram } from '../guide/diagrams/sequence-diagram.js'
import { stories } from '../guide/diagrams/stories.js'
import { markdownPages } from './markdown-pages.js'

const drawn = {
  ...Object.fromEntries(Object.entries(stories).map(([name, story]) => [name, sequenceDiagram(story)])),
  packages: packagesDiagram(),
}

/** After a change: `vitest run --project docs test/diagrams -u`. */
it.each(Object.entries(drawn))('%s.svg is up to date', async (name, svg) => {
  await expect(svg).toMatchFileSnapshot(`../guide/diagrams/${name}.svg`)
})

it('has no other diagrams', () => {
  const files = readdirSync(new URL('../guide/diagrams/', import.meta.url)).filter((file) => file.endsWith('.svg'))
  expect(files.toSorted()).toEqual(
    Object.keys(drawn)
      .map((name) => `${name}.svg`)
      .toSorted(),
  )
})

it('describes each picture in its alternative text', () => {
  const pictures = markdownPages.flatMap(({ file, lines }) =>
    [...lines.join('\n').matchAll(/!\[(.*?)\]\((.+?)\)/g)].map(([, alt = '', path]) => ({ file, path, alt })),
  )
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures.filter(({ alt }) => alt.length < 20)).toEqual([])
})
