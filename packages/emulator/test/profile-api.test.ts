import { fields } from '@alexa-profile/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { abandonedCall, call, emailPath } from './call.js'
import { started } from './started.js'

afterEach(() => {
  vi.useRealTimers()
})

const uuid = /^[\da-f-]{36}$/

describe('a customer who consents to everything', () => {
  it.each([
    ['name', '"Ann Example"'],
    ['givenName', '"Ann"'],
    ['email', '"ann@example.com"'],
    ['mobileNumber', '{"countryCode":"+1","phoneNumber":"2065550100"}'],
  ] as const)('lets the skill read %s as JSON with a request id', async (field, body) => {
    const emulator = await started()
    emulator.customer.grantAll()
    const answer = await call(emulator, fields[field].path.customer)
    expect(answer).toMatchObject({ status: 200, body, headers: { 'content-type': 'application/json' } })
    expect(answer.headers['x-amzn-requestid']).toMatch(uuid)
    expect(answer.headers['x-amzn-requestid']).toBe(emulator.requests[0]?.requestId)
  })

  it('causes 204 without a body for a value that is not on file', async () => {
    const emulator = await started()
    emulator.customer.grant('email')
    emulator.customer.clear('email')
    expect(await call(emulator, emailPath)).toMatchObject({
      status: 204,
      body: '',
      headers: { 'x-amzn-requestid': expect.stringMatching(uuid) },
    })
    emulator.customer.set({ email: 'new@example.com' })
    expect(await call(emulator, emailPath)).toMatchObject({ status: 200, body: '"new@example.com"' })
  })
})

describe('a speaker', () => {
  it.each([
    ['name', '"Ben Example"'],
    ['givenName', '"Ben"'],
    ['mobileNumber', '{"countryCode":"+1","phoneNumber":"2065550101"}'],
  ] as const)('has their own %s', async (field, body) => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker()
    speaker.grantAll()
    const token = emulator.envelope({ speaker }).context.System.apiAccessToken
    expect(await call(emulator, fields[field].path.speaker, { token })).toMatchObject({ status: 200, body })
  })

  it('consents separately from the account', async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker({ givenName: 'Ben' })
    emulator.customer.grantAll()
    const token = emulator.envelope({ speaker }).context.System.apiAccessToken
    expect(await call(emulator, fields.givenName.path.speaker, { token })).toMatchObject({
      status: 403,
      body: expect.stringContaining('ACCESS_NOT_REQUESTED'),
    })
    emulator.customer.revokeAll()
    speaker.grant('givenName', 'name')
    expect(await call(emulator, fields.givenName.path.speaker, { token })).toMatchObject({ status: 200, body: '"Ben"' })
    expect(await call(emulator, fields.name.path.speaker, { token })).toMatchObject({ status: 204 })
    expect(await call(emulator, fields.givenName.path.customer, { token })).toMatchObject({ status: 403 })
  })

  it('cannot be read with a token without a speaker, or by a skill that does not declare alexa::person_id:read', async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker()
    speaker.grantAll()
    const forbidden = { status: 403, body: '{"code":"ACCESS_DENIED","message":"Access denied with reason: FORBIDDEN"}' }
    expect(await call(emulator, fields.name.path.speaker)).toMatchObject(forbidden)
    emulator.declare([fields.name.scope.manifest])
    const token = emulator.envelope({ speaker }).context.System.apiAccessToken
    expect(await call(emulator, fields.name.path.speaker, { token })).toMatchObject(forbidden)
  })

  it('has no email address', async () => {
    const emulator = await started()
    expect(await call(emulator, '/v2/persons/~current/profile/email')).toMatchObject({ status: 404 })
  })
})

describe('consent', () => {
  it('is missing at the start', async () => {
    const emulator = await started()
    expect(emulator.customer.granted).toEqual(new Set())
    expect(await call(emulator, emailPath)).toMatchObject({
      status: 403,
      body: '{"code":"ACCESS_DENIED","message":"Access denied with reason: ACCESS_NOT_REQUESTED"}',
    })
  })

  it('has no effect for a scope that the manifest does not declare', async () => {
    const emulator = await started({ skill: { declaredScopes: [fields.name.scope.manifest] } })
    emulator.customer.grant('email')
    expect(await call(emulator, emailPath)).toMatchObject({ status: 403, body: expect.stringContaining('FORBIDDEN') })
    emulator.declare([fields.email.scope.manifest])
    expect(await call(emulator, emailPath)).toMatchObject({ status: 200 })
  })

  it('can be withdrawn while a token is valid', async () => {
    const emulator = await started()
    const token = emulator.envelope().context.System.apiAccessToken
    emulator.customer.grant(fields.email.scope.manifest, 'name')
    expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 200 })
    emulator.customer.revoke('email')
    expect(emulator.customer.granted).toEqual(new Set([fields.name.scope.manifest]))
    expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 403 })
  })
})

describe('a token', () => {
  it.each([
    ['no header', '', 'missing'],
    ['another scheme', 'Basic YTpi', 'missing'],
    ['a token with a space', 'Bearer a b', 'missing'],
    ['a token that was not issued', 'Bearer abc', 'unknown'],
  ])('is rejected with 401 for %s', async (_, authorization, token) => {
    const emulator = await started()
    emulator.customer.grantAll()
    expect(await call(emulator, emailPath, { authorization })).toMatchObject({
      status: 401,
      body: '{"code":"INVALID_TOKEN","message":"The authentication token is not valid."}',
      headers: { 'x-amzn-requestid': expect.stringMatching(uuid) },
    })
    expect(emulator.requests[0]).toMatchObject({ token, status: 401 })
    expect(emulator.requests[0]).not.toHaveProperty('customerId')
  })

  it('is rejected by the emulator of another skill', async () => {
    const [emulator, other] = [await started(), await started({ skill: { skillId: 'amzn1.ask.skill.other' } })]
    const token = other.envelope().context.System.apiAccessToken
    expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 401 })
  })

  it('is valid for 300 seconds', async () => {
    const emulator = await started()
    emulator.customer.grantAll()
    const token = emulator.envelope().context.System.apiAccessToken
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 299_000 })
    expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 200 })
    vi.setSystemTime(Date.now() + 2_000)
    expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 401 })
    expect(emulator.requests[1]).toMatchObject({ token: 'expired', customerId: emulator.customer.userId })
  })

  it('expires after expireTokens(), and the next request contains a valid token', async () => {
    const emulator = await started()
    emulator.customer.grantAll()
    const token = emulator.envelope().context.System.apiAccessToken
    emulator.expireTokens()
    expect(await call(emulator, emailPath, { token })).toMatchObject({ status: 401 })
    expect(await call(emulator, emailPath)).toMatchObject({ status: 200 })
  })

  it('belongs to one customer', async () => {
    const emulator = await started()
    const bob = emulator.addCustomer({ email: 'bob@example.com' })
    bob.grantAll()
    const token = emulator.envelope({ customer: bob }).context.System.apiAccessToken
    expect(await call(emulator, emailPath, { token })).toMatchObject({ body: '"bob@example.com"' })
    expect(await call(emulator, emailPath)).toMatchObject({ status: 403 })
    expect(emulator.requests.map(({ customerId }) => customerId)).toEqual([bob.userId, emulator.customer.userId])
  })
})

describe('a request that the API does not know', () => {
  it('gets 404 for another path, or for different letter case', async () => {
    const emulator = await started()
    for (const path of ['/', '/v2/accounts/~current/settings/Profile.age', emailPath.toLowerCase()]) {
      const answer = await call(emulator, path)
      expect(answer).toMatchObject({ status: 404, headers: { 'x-amzn-requestid': expect.stringMatching(uuid) } })
    }
    expect(emulator.requests[0]).not.toHaveProperty('field')
  })

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('gets 405 for %s', async (method) => {
    const emulator = await started()
    expect(await call(emulator, emailPath, { method })).toMatchObject({ status: 405, headers: { allow: 'GET' } })
  })

  it('gets the HTML page of a CDN for a GET with a body', async () => {
    const emulator = await started()
    emulator.customer.grantAll()
    const answer = await call(emulator, emailPath, { body: '{}' })
    expect(answer).toMatchObject({
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: expect.stringContaining('<H1>'),
    })
    expect(answer.headers).not.toHaveProperty('x-amzn-requestid')
    expect(emulator.requests).toMatchObject([{ method: 'GET', status: 403 }])
  })
})

describe('the log', () => {
  it('contains requests and statuses, and neither tokens nor values', async () => {
    const emulator = await started()
    emulator.customer.grantAll()
    const { request, context } = emulator.envelope()
    const token = context.System.apiAccessToken
    await call(emulator, `${emailPath}?secret=1`, { token })
    await expect.poll(() => emulator.requests[0]?.closedAfterMs).toBeDefined()
    expect(emulator.requests).toEqual([
      {
        method: 'GET',
        path: emailPath,
        field: 'email',
        level: 'customer',
        status: 200,
        requestId: expect.stringMatching(uuid),
        startedAt: expect.closeTo(Date.now(), -4),
        durationMs: expect.any(Number),
        token: 'valid',
        customerId: emulator.customer.userId,
        envelopeRequestId: request.requestId,
        closedAfterMs: expect.any(Number),
      },
    ])
    expect(JSON.stringify(emulator.requests)).not.toMatch(`${token}|ann@example|secret`)
    emulator.clearRequests()
    expect(emulator.requests).toEqual([])
  })

  it('shows when the client has disconnected', async () => {
    const emulator = await started()
    emulator.situation('silent')
    await expect(abandonedCall(emulator, emailPath, 300)).rejects.toThrow()
    await expect.poll(() => emulator.requests[0]?.closedAfterMs).toBeGreaterThan(200)
    expect(emulator.requests[0]).not.toHaveProperty('status')
  })

  it('shows for which event a skill has made a request', async () => {
    const emulator = await started()
    const { request, context } = emulator.eventEnvelope('AlexaSkillEvent.SkillEnabled')
    await call(emulator, emailPath, { token: context.System.apiAccessToken })
    expect(emulator.requests).toMatchObject([{ envelopeRequestId: request.requestId }])
  })
})

describe('HTTPS', () => {
  it('is served with a certificate of certificateAuthority', async () => {
    const emulator = await started({ https: true })
    emulator.customer.grantAll()
    expect(emulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    expect(await call(emulator, emailPath)).toMatchObject({ status: 200 })
    const byName = Object.create(emulator, { url: { value: emulator.url.replace('127.0.0.1', 'localhost') } })
    expect(await call(byName, emailPath)).toMatchObject({ status: 200 })
  })

  it('fails in a client that does not trust this authority', async () => {
    const [emulator, other] = [await started({ https: true }), await started({ https: true })]
    const distrusting = Object.create(emulator, { certificateAuthority: { value: other.certificateAuthority } })
    await expect(call(distrusting, emailPath)).rejects.toThrow(/certificate|signature|issuer/i)
  })
})

it('keeps idle connections for a minute', async () => {
  const emulator = await started()
  const response = await fetch(`${emulator.url}${emailPath}`)
  expect(response.headers.get('keep-alive')).toBe('timeout=60')
  await response.body?.cancel()
})
