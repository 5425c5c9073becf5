import fc from 'fast-check'
import { expect, it } from 'vitest'
import { certificateUrl } from '../src/certificate-url.js'

const file = 'https://s3.amazonaws.com/echo.api/echo-api-cert.pem'

it.each([
  file,
  'https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/./echo-api-cert.pem',
  'https://s3.amazonaws.com/other/../echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/other/%2e%2E/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/other/..%2Fecho.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo%2Eapi/echo-api-cert%2epem',
  'HTTPS://S3.AMAZONAWS.COM/echo.api/echo-api-cert.pem',
  'hTTps://s3.AmazonAWS.com/echo.api/echo-api-cert.pem?version=1#top',
])('normalizes the URL %s', (header) => {
  expect(certificateUrl(header)).toBe(file)
})

it.each([
  'http://s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'ftp://s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://notamazon.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com.example.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com./echo.api/echo-api-cert.pem',
  'https://xs3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3-amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3xamazonaws.com/echo.api/echo-api-cert.pem',
  'https://echo.api.s3.amazonaws.com/echo-api-cert.pem',
  'https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com:80/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com:4430/echo.api/echo-api-cert.pem',
  'https://user@s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com@example.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com:443@example.com/echo.api/echo-api-cert.pem',
  'https://example.com#@s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://example.com\\@s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com\\.example.com/echo.api/echo-api-cert.pem',
  'https:\\\\s3.amazonaws.com\\echo.api\\echo-api-cert.pem',
  'https:s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https:///s3.amazonaws.com/echo.api/echo-api-cert.pem',
  '//s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com',
  'https://s3.amazonaws.com/',
  'https://s3.amazonaws.com?/echo.api/',
  'https://s3.amazonaws.com#/echo.api/',
  'https://s3.amazonaws.com/echo.api',
  'https://s3.amazonaws.com//echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem',
  'https://s3.amazonaws.com/invalid.path/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.apis/echo-api-cert.pem',
  'https://s3.amazonaws.com/x/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/../evil/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/%2e%2e/evil/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/..%2fevil/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/.%2E%2fevil/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/%252e%252e%252fevil/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/..%5Cevil/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/..\\evil/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/../../../evil',
  'https://s3.amazonaws.com/echo.api/x%00.pem',
  'https://s3.amazonaws.com/echo.api/x%3Fy',
  'https://s3.amazonaws.com/echo.api/x%23y',
  'https://s3.amazonaws.com/echo.api/x%',
  'https://s3.amazonaws.com/echo.api/x%ff',
  'https://s3.amazonaws.com/echo.api/x y',
  `${file}?ü`,
  `${file}?üx`,
  `${file}#a b`,
  `${file}?x\u007f`,
  ` ${file}`,
  `${file} `,
  `${file}\n`,
  `${file}\r\nHost: example.com`,
  `${file}, ${file}`,
  'https://s3。amazonaws.com/echo.api/echo-api-cert.pem',
  'https://ſ3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/Ｘ',
  '',
])("rejects the URL %j, which is outside Amazon's folder", (header) => {
  expect(certificateUrl(header)).toBeUndefined()
})

/** Fragments that have misled URL parsers, in any order. */
const pieces = fc.constantFrom(
  'https:',
  'http:',
  'HTTPS:',
  '//',
  '/',
  '\\',
  's3.amazonaws.com',
  'S3.Amazonaws.com',
  'example.com',
  '@',
  ':443',
  ':444',
  ':',
  '.',
  '..',
  '/echo.api/',
  'echo.api',
  '%2e',
  '%2F',
  '%5c',
  '%25',
  '%00',
  '%',
  '?',
  '#',
  '\t',
  '\n',
  ' ',
  '\0',
  '。',
  'cert.pem',
  'a:b@',
  '[::1]',
  ';',
  ',',
)

it("only allows URLs inside Amazon's folder, for any header", () => {
  const header = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 8 }).map((parts) => `https://s3.amazonaws.com/${parts.join('')}`),
    fc.array(pieces, { maxLength: 8 }).map((parts) => `https://s3.amazonaws.com/echo.api/${parts.join('')}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }),
  )
  let found = 0
  fc.assert(
    fc.property(header, (text) => {
      const url = certificateUrl(text)
      if (url === undefined) return
      found += 1
      const { origin, pathname, username, password, search, hash, href } = new URL(url)
      expect([origin, username, password, search, hash]).toEqual(['https://s3.amazonaws.com', '', '', '', ''])
      expect(decodeURIComponent(pathname)).toMatch(/^\/echo\.api\//)
      expect(decodeURIComponent(pathname)).not.toMatch(/(^|[/\\])\.\.?([/\\]|$)/)
      expect(certificateUrl(href)).toBe(url)
    }),
    { numRuns: 20_000, seed: 7 },
  )
  expect(found).toBeGreaterThan(500)
})
