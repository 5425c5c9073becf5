import { expect, it } from 'vitest'
import { allowOrigins } from '../src/http/endpoint.js'
import { FieldUrls } from '../src/read/field-urls.js'

const endpoint = 'https://api.amazonalexa.com'

/** That many different spellings of the endpoint. */
function spellings(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    [...endpoint].map((letter, at) => (at >= 12 && (index >> (at - 12)) & 1 ? letter.toUpperCase() : letter)).join(''),
  )
}

it('returns the same URLs for the same endpoint', () => {
  const urls = new FieldUrls(allowOrigins())
  const known = urls.at(endpoint)
  expect(urls.at(endpoint)).toBe(known)
  const name = known.of('name', 'customer', undefined)
  expect(name.href).toBe('https://api.amazonalexa.com/v2/accounts/~current/settings/Profile.name')
  expect(known.of('name', 'customer', undefined)).toBe(name)
  expect(known.of('name', 'speaker', undefined).pathname).toBe('/v2/persons/~current/profile/name')
  expect(known.of('email', 'customer', undefined)).not.toBe(name)
})

it('remembers 16 spellings of endpoints', () => {
  const urls = new FieldUrls(allowOrigins())
  const written = spellings(17)
  expect(new Set(written).size).toBe(17)
  const known = written.slice(0, 16).map((text) => urls.at(text))
  for (const [index, one] of known.entries()) expect(urls.at(written[index] ?? '')).toBe(one)
  expect(urls.at(endpoint)).toBe(known[0])
  urls.at(written[16] ?? '')
  expect(urls.at(endpoint)).not.toBe(known[0])
})

it('encodes the device id as one segment of the path', () => {
  const pathOf = (deviceId: unknown) => new FieldUrls(allowOrigins()).at(endpoint).of('timeZone', 'device', deviceId)
  expect(pathOf('a/../b?c#d').pathname).toBe('/v2/devices/a%2F..%2Fb%3Fc%23d/settings/System.timeZone')
  expect(pathOf('...').pathname).toBe('/v2/devices/.../settings/System.timeZone')
  for (const odd of ['', '.', '..', '\ud800', 5, null, undefined, ['a']]) {
    expect(() => pathOf(odd)).toThrow(expect.objectContaining({ code: 'envelope-invalid' }))
  }
})

it('has no URL if the field does not exist at the level', () => {
  const urls = new FieldUrls(allowOrigins()).at(endpoint)
  expect(() => urls.of('email', 'speaker', undefined)).toThrow(TypeError)
})
