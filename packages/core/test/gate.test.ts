import { describe, expect, it } from 'vitest'
import { Gate } from '../src/http/gate.js'

const gate = new Gate(new Set(['https://api.amazonalexa.com', 'http://127.0.0.1', 'http://[::1]:4567']))

describe('endpoint gate', () => {
  it.each([
    [
      'https://api.amazonalexa.com/v2/x?y=1',
      { protocol: 'https:', host: 'api.amazonalexa.com', port: 443, path: '/v2/x?y=1' },
    ],
    ['http://127.0.0.1/', { protocol: 'http:', host: '127.0.0.1', port: 80, path: '/' }],
    ['http://[::1]:4567/v2', { protocol: 'http:', host: '::1', port: 4567, path: '/v2' }],
  ])('returns where to connect for %s', (href, target) => {
    expect(gate.pass(new URL(href))).toEqual({ href, ...target })
  })

  it('remembers a URL until it changes', () => {
    const url = new URL('https://api.amazonalexa.com/v2')
    const target = gate.pass(url)
    expect(gate.pass(url)).toBe(target)
    url.pathname = '/v3'
    expect(gate.pass(url)).toMatchObject({ path: '/v3' })
    url.host = 'evil.test'
    expect(() => gate.pass(url)).toThrow('evil.test')
  })
})
