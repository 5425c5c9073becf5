import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readPageFiles } from '../../src/console/page-files.js'

it('is a page of less than 60 kB, gzipped, in no more than four files', async () => {
  const files = await readPageFiles()
  expect([...files.keys()].sort()).toEqual(['/', '/console/console.css', '/console/console.js', '/console/icon.svg'])
  const bytes = [...files.values()].reduce((sum, { body }) => sum + gzipSync(body).length, 0)
  expect(bytes).toBeLessThan(60_000)
})
