import { expect, it } from 'vitest'
import { decodeSignature, type RequestHeaders, readSignatureHeaders } from '../src/signature-headers.js'

const url = 'https://s3.amazonaws.com/echo.api/echo-api-cert-13.pem'
const named = { 'Signature-256': 'AAAA', SignatureCertChainUrl: url }
const found = { signature: 'AAAA', certificateUrl: url }
const read = (headers: unknown) => readSignatureHeaders(headers as RequestHeaders)
const asHeaders = (headers: Record<string, string>) => new Headers(headers)
const reasonOf = (headers: unknown) => {
  const result = read(headers)
  return 'reason' in result ? result.reason : undefined
}

it('reads the two headers by name, in any case, from an object or from Headers', () => {
  expect(read(named)).toEqual(found)
  expect(read(asHeaders(named))).toEqual(found)
  expect(read({ 'SIGNATURE-256': 'AAAA', SIGNATURECERTCHAINURL: url, 'CONTENT-TYPE': 'application/json' })).toEqual(
    found,
  )
})

it.each([
  ['an object', (headers: Record<string, string>) => headers],
  ['Headers', asHeaders],
])('rejects missing and empty headers in %s', (_, given) => {
  expect(reasonOf(given({ SignatureCertChainUrl: url }))).toBe('signature-missing')
  expect(reasonOf(given({ ...named, 'Signature-256': '' }))).toBe('signature-missing')
  expect(reasonOf(given({ 'Signature-256': 'AAAA' }))).toBe('certificate-url-missing')
  expect(reasonOf(given({ ...named, SignatureCertChainUrl: '' }))).toBe('certificate-url-missing')
})

it('rejects a repeated header and a header that is not a string', () => {
  expect(reasonOf({ ...named, 'signature-256': 'AAAA' })).toBe('signature-missing')
  expect(reasonOf({ ...named, signaturecertchainurl: url })).toBe('certificate-url-missing')
  const json = 'application/json'
  expect(reasonOf({ ...named, 'content-type': json, 'Content-Type': json })).toBe('content-type-invalid')
  expect(reasonOf({ ...named, 'Signature-256': ['AAAA'] })).toBe('signature-missing')
  expect(reasonOf({ ...named, SignatureCertChainUrl: [url] })).toBe('certificate-url-missing')
  expect(reasonOf({ ...named, 'content-type': [json] })).toBe('content-type-invalid')
})

it('ignores other headers', () => {
  const others = { 'signature-257': 'BBBB', signaturecertchainuri: 'x', 'content-typo': 'x', host: 'x' }
  expect(read({ ...named, ...others })).toEqual(found)
  expect(reasonOf(others)).toBe('signature-missing')
  expect(reasonOf({ ...others, 'signature-256': 'AAAA' })).toBe('certificate-url-missing')
  expect(read({ ...named, 'content-type': undefined })).toEqual(found)
})

it.each([undefined, null, 'headers', 1])('throws for %j, which is not a headers object', (none) => {
  expect(() => read(none)).toThrow(expect.objectContaining({ code: 'headers-invalid' }))
  expect(() => read(none)).toThrow('Headers instance')
})

it('accepts values of up to 2,048 characters', () => {
  expect(read({ ...named, 'Signature-256': 'A'.repeat(2048) })).toHaveProperty('signature')
  expect(reasonOf({ ...named, 'Signature-256': 'A'.repeat(2049) })).toBe('signature-malformed')
  expect(read({ ...named, SignatureCertChainUrl: 'x'.repeat(2048) })).toHaveProperty('certificateUrl')
  expect(reasonOf({ ...named, SignatureCertChainUrl: 'x'.repeat(2049) })).toBe('certificate-url-invalid')
})

it.each([
  'application/json',
  'Application/JSON',
  'application/json;',
  'application/json \t',
  'application/json;charset=UTF-8',
  'application/json;charset=utf8',
  'application/json \t; \tcharset=utf-8',
  'application/json; charset="utf-8"',
  'application/json; charset="UTF8"',
  'application/json; charset=utf-8 \t; \t',
  'application/json'.padEnd(100),
])('accepts the content type %j', (contentType) => {
  expect(read({ ...named, 'content-type': contentType })).toEqual(found)
})

it.each([
  '',
  'text/html',
  'application/jsonp',
  'xapplication/json',
  'text/plain, application/json',
  'application/json, text/plain',
  'application/json;charset=utf-16',
  'application/json;charset=xutf-8',
  'application/json;charset=utf--8',
  'application/json;charset="utf-8',
  'application/json;charset=utf-8"',
  'application/json;charset="utf--8"',
  'application/json;charset=utf-8x',
  'application/json;charset=utf-8;;',
  'application/json;charset=utf-8;x',
  'application/json;xcharset=utf-8',
  'application/json;charset',
  'application/json\n',
  'application/json;charset=utf-8\n',
  'application/json'.padEnd(101),
])('rejects the content type %j', (contentType) => {
  expect(reasonOf({ ...named, 'content-type': contentType })).toBe('content-type-invalid')
  expect(
    reasonOf({
      get: (name: string) =>
        ({ ...named, 'content-type': contentType, 'signature-256': 'AAAA', signaturecertchainurl: url })[name] ?? null,
    }),
  ).toBe('content-type-invalid')
})

it('decodes only a signature with the length of a 2048-bit key, in canonical Base64', () => {
  const of = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64')
  expect(decodeSignature(of(256))).toEqual(Buffer.alloc(256, 7))
  expect(decodeSignature(of(255))).toBeUndefined()
  expect(decodeSignature(`${of(256)}\n`)).toBeUndefined()
  expect(decodeSignature(Buffer.alloc(300, 0xff).toString('base64url'))).toBeUndefined()
})
