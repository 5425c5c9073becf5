import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { base, fileAt, readSiteFile } from '../built-site.js'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

/** Serves the built site for a test file. Returns a function from a page to its URL. */
export function serveSite(): (page: string) => string {
  const server = createServer(({ url = '/' }, response) => {
    const file = fileAt(new URL(url, 'http://localhost').pathname)
    const body = readSiteFile(file ?? '404.html')
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': types[extname(file ?? '.html')] ?? 'text/plain',
    })
    response.end(body)
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })
  return (page) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}${page}`
}
