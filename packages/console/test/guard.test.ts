import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import { call, emailPath } from '../../emulator/test/call.js'
import { type StartedConsole, startedConsole } from './started-console.js'

const command = '/console/commands/clear-situations'
const own = { 'content-type': 'application/json', 'x-alexa-profile-console': '1' }

/** Sends a request with any headers, including those that `fetch` does not allow. */
function ask(console: StartedConsole, path: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL(path, console.url), { method, headers, agent: false }, (response) => {
      response.destroy()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.end(method === 'POST' ? '{}' : undefined)
  })
}

describe('the page', () => {
  it('has a policy that allows no other hosts and nothing inline', async () => {
    const { url } = await startedConsole()
    const response = await fetch(url)
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
    )
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    })
    const html = await response.text()
    expect(html).not.toMatch(/<script(?![^>]* src="\/console\/)|<style| style=| on\w+=|https?:/)
  })

  it('is on the port of the profile API, which does not change', async () => {
    const { emulator, url } = await startedConsole()
    expect(url).toBe(`${emulator.url}/`)
    expect(await call(emulator, emailPath)).toMatchObject({ status: 403 })
    expect(await call(emulator, '/elsewhere')).toMatchObject({
      status: 404,
      body: expect.stringContaining('INVALID_URI'),
    })
  })

  it('can be served over HTTPS', async () => {
    const { emulator } = await startedConsole({ emulator: { https: true } })
    expect(await call(emulator, '/')).toMatchObject({ status: 200, body: expect.stringContaining('<title>') })
  })
})

describe('another site', () => {
  it.each([
    ['a host name that resolves to this machine', { host: 'evil.example:PORT' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['no port', { host: '127.0.0.1' }],
  ])('cannot read anything with %s', async (_, { host }) => {
    const console = await startedConsole()
    const headers = { host: host.replace('PORT', new URL(console.url).port) }
    for (const path of ['/', '/console/events', '/console/console.js', '/console/turns/1/json']) {
      expect(await ask(console, path, 'GET', headers)).toBe(403)
    }
    expect(await ask(console, command, 'POST', { ...own, ...headers })).toBe(403)
  })

  it.each([
    ['its origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['sec-fetch-site: cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['sec-fetch-site: same-site', { 'sec-fetch-site': 'same-site' }],
  ])('cannot send commands, as %s shows', async (_, headers) => {
    const console = await startedConsole()
    expect(await ask(console, command, 'POST', { ...own, ...headers })).toBe(403)
    expect(await ask(console, '/console/events', 'GET', headers)).toBe(403)
  })

  it('cannot send commands with a form, which cannot send the header or JSON', async () => {
    const console = await startedConsole()
    expect(await ask(console, command, 'POST', { 'content-type': 'application/json' })).toBe(403)
    expect(await ask(console, command, 'POST', { ...own, 'content-type': 'text/plain' })).toBe(415)
    expect(await ask(console, command, 'POST', own)).toBe(204)
  })

  it('may link to the console', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    const console = await startedConsole()
    expect(await ask(console, '/', 'GET', headers)).toBe(200)
    expect(await ask(console, '/console/turns/1/json', 'GET', headers)).toBe(403)
  })

  it('gets no permission from a preflight', async () => {
    const console = await startedConsole()
    const response = await fetch(new URL(command, console.url), { method: 'OPTIONS' })
    expect(response.status).toBe(403)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

it('accepts localhost', async () => {
  const console = await startedConsole()
  const { port } = new URL(console.url)
  const headers = { host: `localhost:${port}`, origin: `http://localhost:${port}` }
  expect(await ask(console, command, 'POST', { ...own, ...headers })).toBe(204)
})

it('rejects an unknown command, and a body with the wrong shape', async () => {
  const { send } = await startedConsole()
  expect((await send('replay', { turnId: '1' as unknown as number })).status).toBe(400)
  expect((await send('intent', { intent: 'X', slots: {}, more: 1 } as never)).status).toBe(400)
  expect((await send('nonsense' as 'open', {})).status).toBe(404)
  expect((await send('intent', { intent: 'x'.repeat(300_000), slots: {} })).status).toBe(413)
})
