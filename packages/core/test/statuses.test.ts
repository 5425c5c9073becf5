import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ProfileResult } from '../src/index.js'
import {
  bytes,
  bytesThenEnd,
  bytesThenReset,
  forbidden,
  notDeclared,
  notGranted,
  status,
  value,
  wait,
} from './support/answers.js'
import { person } from './support/envelope.js'
import { type Answer, startTlsServer, useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

async function readEmail(answer: Answer): Promise<ProfileResult> {
  server.answer(answer)
  return (await server.reader({ maxRetries: 0 }).read(['email'])).email
}

async function readPhone(answer: Answer): Promise<ProfileResult> {
  server.answer(answer)
  return (await server.reader({ maxRetries: 0 }).read(['mobileNumber'])).mobileNumber
}

const invalid = { status: 'failed', failure: 'invalid-response', httpStatus: 200, attempts: 1 }

describe('value of a field', () => {
  const phone = { countryCode: '+1', phoneNumber: '206 555-0100' }

  it('is read for all four fields of the customer, each from its own path', async () => {
    server.answerAt('/v2/accounts/~current/settings/Profile.name', value('Ann Example'))
    server.answerAt('/v2/accounts/~current/settings/Profile.givenName', value('Ann'))
    server.answerAt('/v2/accounts/~current/settings/Profile.email', value('ann@example.com'))
    server.answerAt('/v2/accounts/~current/settings/Profile.mobileNumber', value(phone))
    const results = await server.reader().read(['name', 'givenName', 'email', 'mobileNumber'])
    expect(Object.keys(results)).toEqual(['name', 'givenName', 'email', 'mobileNumber'])
    for (const [field, result] of Object.entries(results)) {
      expect(result).toMatchObject({ status: 'available', field, level: 'customer', attempts: 1 })
      expect(result.requestId).toBe('request-1')
      expect(result.durationMs).toBeGreaterThan(0)
    }
    const { name, givenName, email, mobileNumber } = results
    expect([name, givenName, email, mobileNumber].map((result) => 'value' in result && result.value)).toEqual([
      'Ann Example',
      'Ann',
      'ann@example.com',
      phone,
    ])
    expect(server.requests).toHaveLength(4)
  })

  it('is read for the three fields of a recognized speaker, from the paths of persons', async () => {
    server.answerAt('/v2/persons/~current/profile/name', value('Bea Example'))
    server.answerAt('/v2/persons/~current/profile/givenName', value('Bea'))
    server.answerAt('/v2/persons/~current/profile/mobileNumber', value({ phoneNumber: '0151 23456789' }))
    const results = await server.reader({}, { person }).speaker.read(['name', 'givenName', 'mobileNumber'])
    expect(Object.values(results).map((result) => [result.level, 'value' in result && result.value])).toEqual([
      ['speaker', 'Bea Example'],
      ['speaker', 'Bea'],
      ['speaker', { phoneNumber: '0151 23456789' }],
    ])
  })

  it('is read in parallel with the others', async () => {
    const waiting: (() => void)[] = []
    server.answer((response, request) => {
      waiting.push(() => value('Ann')(response, request))
      if (waiting.length === 3) for (const respond of waiting) respond()
    })
    const results = await server.reader().read(['name', 'givenName', 'email'])
    expect(Object.values(results).map(({ status }) => status)).toEqual(['available', 'available', 'available'])
    expect(server.connections).toBe(3)
  })

  it.each([
    ['without a countryCode', { phoneNumber: '123' }, { phoneNumber: '123' }],
    ['with a countryCode of null', { countryCode: null, phoneNumber: '123' }, { phoneNumber: '123' }],
    ['with the documented members', { countryCode: '001', phoneNumber: '+91 7799 82 77 11' }, undefined],
    ['with undocumented members', { phoneNumber: '123', type: 'x', mobileNumber: '9' }, { phoneNumber: '123' }],
  ])('is read from a phone number %s', async (_, sent, expected = sent) => {
    const result = await readPhone(value(sent))
    expect(result.status === 'available' && result.value).toEqual(expected)
  })

  it('is returned exactly as Alexa sent it', async () => {
    const text = ' "Jürgen" \\ O’Neil\n田中 👩‍🚀 \u0000 <b> '
    expect(await readEmail(value(text))).toMatchObject({ value: text })
  })

  it('is correct if packets split UTF-8 characters', async () => {
    const body = Buffer.from('"Jürgen 田 👩‍🚀"')
    const head = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`
    const parts = [...body].map((byte) => Buffer.from([byte]))
    server.answer(bytes(head, ...parts))
    const { email } = await server.reader().read(['email'])
    expect(email).toMatchObject({ value: 'Jürgen 田 👩‍🚀', attempts: 1 })
  })

  it('is correct if a chunked body splits a character', async () => {
    const [first, second] = [Buffer.from([0x22, 0xc3]), Buffer.from([0xbc, 0x22])]
    const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
    const answer = bytes(head, '2\r\n', first, '\r\n', '2\r\n', second, '\r\n0\r\n\r\n')
    expect(await readEmail(answer)).toMatchObject({ value: 'ü' })
  })

  it('is read to the end of the connection if the response has no length', async () => {
    for (let round = 0; round < 20; round += 1) {
      server.answer((_, { socket }) => void socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"ann"'))
      const { email } = await server.reader({ maxRetries: 0 }).read(['email'])
      expect(email).toMatchObject({ status: 'available', value: 'ann' })
    }
  })

  it('may follow a byte order mark', async () => {
    expect(await readEmail(status(200, '\ufeff"ann@example.com"'))).toMatchObject({ value: 'ann@example.com' })
  })

  it.each(['application/vnd.amazon.v1+json', 'text/plain; charset=utf-8', 'application/octet-stream'])(
    'may have the content type %s',
    async (type) => {
      const answer = status(200, '"ann@example.com"', { 'Content-Type': type })
      expect(await readEmail(answer)).toMatchObject({ value: 'ann@example.com' })
    },
  )

  it('may arrive without a content type, and after informational responses', async () => {
    const interim = 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n'
    const answer = bytes(`${interim}HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"ann"`)
    expect(await readEmail(answer)).toMatchObject({ value: 'ann' })
  })

  it('may be 64 KiB long, but not a byte longer', async () => {
    const ofBytes = (length: number) => status(200, JSON.stringify('a'.repeat(length - 2)))
    expect(await readEmail(ofBytes(65_536))).toMatchObject({ status: 'available' })
    expect(await readEmail(ofBytes(65_537))).toMatchObject(invalid)
  })
})

describe('not-set', () => {
  it.each([
    ['204', status(204)],
    ['200 with null', status(200, 'null')],
    ['200 with an empty string', status(200, '""')],
  ])('is the result of %s for every field', async (_, answer) => {
    server.answer(answer)
    const results = await server.reader({}, { person }).read(['name', 'givenName', 'email', 'mobileNumber'])
    for (const result of Object.values(results)) expect(result).toMatchObject({ status: 'not-set', attempts: 1 })
    const spoken = await server.reader({}, { person }).speaker.read(['givenName'])
    expect(spoken.givenName).toMatchObject({ status: 'not-set', level: 'speaker' })
  })

  it.each([{ phoneNumber: '' }, { phoneNumber: null }, { countryCode: '+1', phoneNumber: '' }])(
    'is the result of a phone number without digits: %j',
    async (sent) => {
      expect(await readPhone(value(sent))).toMatchObject({ status: 'not-set' })
    },
  )
})

describe('permission-missing', () => {
  it.each([
    ['not-granted', notGranted],
    ['not-granted', status(403, '{"message":"Access to this resource has not yet been requested."}')],
    ['not-granted', forbidden('access denied: ACCESS_NOT_REQUESTED (in other words)')],
    ['not-declared', notDeclared],
    ['not-declared', status(403, '{"message":"Access to this resource cannot be requested."}')],
    ['unknown', forbidden('Something new')],
    ['unknown', status(403)],
    ['unknown', status(403, '', {})],
    ['unknown', status(403, '{"code":')],
    ['unknown', status(403, 'null')],
    ['unknown', status(403, '[]')],
    ['unknown', status(403, '"FORBIDDEN?"', { 'Content-Type': 'text/plain' })],
    ['unknown', status(403, '{"code":{"toString":1},"message":["FORBIDDEN"]}')],
    ['unknown', status(403, Buffer.from([0xff, 0xfe, 0x00]))],
  ] as const)('is the result of a 403, %s (%#)', async (reason, answer) => {
    expect(await readEmail(answer)).toMatchObject({
      status: 'permission-missing',
      reason,
      scope: 'alexa::profile:email:read',
      requestId: 'request-1',
      attempts: 1,
    })
  })

  it('names the scope of each field, at both levels', async () => {
    server.answer(notGranted)
    const reader = server.reader({}, { person })
    const { name, givenName, mobileNumber } = await reader.read(['name', 'givenName', 'mobileNumber'])
    expect([name, givenName, mobileNumber].map((result) => 'scope' in result && result.scope)).toEqual([
      'alexa::profile:name:read',
      'alexa::profile:given_name:read',
      'alexa::profile:mobile_number:read',
    ])
    expect((await reader.speaker.read(['givenName'])).givenName).toMatchObject({
      status: 'permission-missing',
      level: 'speaker',
      scope: 'alexa::profile:given_name:read',
    })
  })
})

describe('HTML page', () => {
  const page = '<!DOCTYPE html><html><body>The request could not be satisfied.</body></html>'
  it.each([
    ['with its content type', status(403, 'ERROR', { 'Content-Type': 'text/html; charset=UTF-8' })],
    ['recognized by its body', status(403, page)],
    ['recognized by its body without a content type', status(403, `\r\n  ${page}`, {})],
    ['recognized by its body after a byte order mark', status(403, `\ufeff${page}`, {})],
    ['with a length of one megabyte', status(403, page + ' '.repeat(1_048_576), { 'Content-Type': 'text/html' })],
  ])('is blocked, not permission-missing, if the status is 403: %s', async (_, answer) => {
    const result = await readEmail(answer)
    expect(result).toMatchObject({ status: 'failed', failure: 'blocked', httpStatus: 403, attempts: 1 })
  })

  it('is an invalid response if the status is 200', async () => {
    expect(await readEmail(status(200, page, { 'Content-Type': 'text/html' }))).toMatchObject(invalid)
  })
})

describe('other status', () => {
  it('401 means token-invalid with any body', async () => {
    for (const body of ['', '{"code":"INVALID_TOKEN"}', '<html>', 'null']) {
      expect(await readEmail(status(401, body))).toMatchObject({ status: 'token-invalid', attempts: 1 })
    }
  })

  it.each([400, 404, 405, 410, 418, 422, 201, 202, 206, 300, 304])('%i is unexpected', async (code) => {
    expect(await readEmail(status(code, code === 304 ? '' : '"ann@example.com"'))).toMatchObject({
      status: 'failed',
      failure: 'unexpected-status',
      httpStatus: code,
      attempts: 1,
    })
  })

  it.each([500, 501, 502, 503, 504, 599])('%i is a server error', async (code) => {
    expect(await readEmail(status(code, '"ann@example.com"'))).toMatchObject({
      status: 'failed',
      failure: 'server-error',
      httpStatus: code,
    })
  })

  it('429 means throttled, with the wait that Alexa asks for', async () => {
    const throttled = await readEmail(status(429))
    expect(throttled).toMatchObject({ status: 'throttled', attempts: 1 })
    expect(throttled).not.toHaveProperty('retryAfterMs')
    const headers = { 'Retry-After': '7' }
    expect(await readEmail(status(429, '', headers))).toMatchObject({ status: 'throttled', retryAfterMs: 7000 })
  })

  it('does not affect the other fields', async () => {
    server.answerAt('Profile.name', status(204))
    server.answerAt('Profile.givenName', value('Ann'))
    server.answerAt('Profile.email', notGranted)
    server.answerAt('Profile.mobileNumber', status(500))
    const results = await server.reader({ maxRetries: 0 }).read(['name', 'givenName', 'email', 'mobileNumber'])
    const statuses = Object.values(results).map((result) => result.status)
    expect(statuses).toEqual(['not-set', 'available', 'permission-missing', 'failed'])
  })

  it.each([301, 302, 303, 307, 308])('%i is a redirect, which is not followed', async (code) => {
    const elsewhere = await startTlsServer()
    elsewhere.answer(value('mallory@example.com'))
    try {
      for (const Location of [`${elsewhere.origin}/steal`, '/v2/accounts/~current/settings/Profile.name']) {
        expect(await readEmail(status(code, '', { Location }))).toMatchObject({
          status: 'failed',
          failure: 'unexpected-status',
          httpStatus: code,
        })
      }
      expect(elsewhere.connections).toBe(0)
      expect(server.requests).toHaveLength(2)
    } finally {
      await elsewhere.stop()
    }
  })
})

describe('body that is not the documented JSON', () => {
  it.each([
    ['cut short', '"ann@exam'],
    ['with text after the value', '"ann@example.com" x'],
    ['twice', '"ann@example.com""ann@example.com"'],
    ['without quotes', 'ann@example.com'],
    ['empty', ''],
    ['blank', '  \n'],
    ['a number', '42'],
    ['true', 'true'],
    ['a list', '["ann@example.com"]'],
    ['an object', '{"email":"ann@example.com"}'],
    ['in single quotes', "'ann@example.com'"],
  ])('is an invalid email address: %s', async (_, body) => {
    expect(await readEmail(status(200, body))).toMatchObject(invalid)
  })

  it.each([
    '"+1 206 555 0100"',
    '12065550100',
    '[]',
    '["1"]',
    '{}',
    '{"countryCode":"+1"}',
    '{"mobileNumber":"123"}',
    '{"phoneNumber":123}',
    '{"phoneNumber":["123"]}',
    '{"countryCode":1,"phoneNumber":"123"}',
    '{"countryCode":{},"phoneNumber":"123"}',
    '{"__proto__":{"phoneNumber":"123"}}',
    '{"phoneNumber":"123"',
  ])('is an invalid phone number: %s', async (body) => {
    expect(await readPhone(status(200, body))).toMatchObject(invalid)
  })

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xe4, 0x22])],
    ['UTF-16', Buffer.from('\ufeff"ann"', 'utf16le')],
    ['a surrogate encoded in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['an overlong encoding', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['gzip that was not requested', gzipSync('"ann@example.com"')],
  ])('is an invalid response: %s', async (_, body) => {
    const headers = body[0] === 0x1f ? { 'Content-Encoding': 'gzip' } : {}
    expect(await readEmail(status(200, body, headers))).toMatchObject(invalid)
  })

  it('is not read beyond 64 KiB, so that a body of 32 MiB does not fill memory', async () => {
    const pieces = 512
    let written = 0
    const before = process.memoryUsage().arrayBuffers
    const result = await readEmail(async (response) => {
      response.writeHead(200)
      for (; written < pieces && !response.destroyed; written += 1) {
        if (!response.write(Buffer.alloc(65_536, 'a'))) await wait(5)
      }
    })
    expect(result).toMatchObject(invalid)
    await expect.poll(() => server.openConnections).toBe(0)
    expect(written).toBeLessThan(pieces)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(24 * 1024 * 1024)
  })

  it('is a network failure if the connection ends before the announced length', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n'
    for (const answer of [bytesThenEnd(head, '"ann@example.com"'), bytesThenReset(head, '"ann@example.com"')]) {
      expect(await readEmail(answer)).toMatchObject({ status: 'failed', failure: 'network', code: 'ECONNRESET' })
    }
  })

  it('is a network failure if a chunked body ends early', async () => {
    const answer = bytesThenEnd('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '5\r\n"ann"\r\n')
    expect(await readEmail(answer)).toMatchObject({ status: 'failed', failure: 'network' })
  })

  it.each([
    ['a response that is not HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n"ann"'],
    ['headers without end', `HTTP/1.1 200 OK\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`],
  ])('is an invalid response with %s', async (_, answer) => {
    const result = await readEmail(bytes(answer))
    expect(result).toMatchObject({ status: 'failed', failure: 'invalid-response', attempts: 1 })
    expect(JSON.stringify(result)).not.toContain('ann')
  })
})

describe('request id', () => {
  it.each(['a b', 'x'.repeat(65), 'Atza|secret', '<script>'])(
    'is left out if it does not look like an id: %s',
    async (id) => {
      const result = await readEmail(status(500, '', { 'X-Amzn-RequestId': id }))
      expect(result).not.toHaveProperty('requestId')
    },
  )
})

describe('speaker level', () => {
  it.each([
    ['no person', {}],
    ['null', { person: null }],
    ['a string', { person: 'amzn1.ask.person.ANN' }],
    ['a person without an id', { person: {} }],
    ['an inherited person', Object.create({ person })],
  ])('is no-speaker without sending a request if Alexa recognized no speaker: %s', async (_, system) => {
    const { givenName, mobileNumber } = await server.reader({}, system).speaker.read(['givenName', 'mobileNumber'])
    expect(givenName).toEqual({
      status: 'no-speaker',
      field: 'givenName',
      level: 'speaker',
      attempts: 0,
      durationMs: 0,
    })
    expect(mobileNumber.status).toBe('no-speaker')
    expect(server.connections).toBe(0)
  })

  it('can have every status of the customer level', async () => {
    const answers: [string, Answer][] = [
      ['permission-missing', notDeclared],
      ['token-invalid', status(401)],
      ['throttled', status(429)],
      ['failed', status(500)],
      ['failed', status(404)],
      ['not-set', status(204)],
    ]
    for (const [expected, answer] of answers) {
      server.answer(answer)
      const { name } = await server.reader({ maxRetries: 0 }, { person }).speaker.read(['name'])
      expect(name).toMatchObject({ status: expected, level: 'speaker', field: 'name' })
    }
  })
})
