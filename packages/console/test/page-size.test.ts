import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readPageFiles } from '../src/server/page-files.js'

it('the page has less than 60 kB, compressed with gzip, in at most six files', async () => {
  const files = await readPageFiles()
  expect([...files.keys()].sort()).toEqual([
    '/',
    '/console/console.css',
    '/console/console.js',
    '/console/icon.svg',
    '/console/stream-hub.js',
    '/console/stream-worker.js',
  ])
  const bytes = [...files.values()].reduce((sum, { body }) => sum + gzipSync(body).length, 0)
  expect(bytes).toBeLessThan(60_000)
})
