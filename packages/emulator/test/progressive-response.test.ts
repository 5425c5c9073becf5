import { DefaultApiClient, type HandlerInput, SkillBuilders } from 'ask-sdk-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { RequestEnvelope } from '../src/index.js'
import { call } from './call.js'
import { type Event, say } from './scripted-skill.js'
import { started } from './started.js'

interface Directive {
  readonly requestId?: unknown
  readonly type?: unknown
  readonly speech?: unknown
}

/** Posts as a skill does, with valid values for everything that is not given. */
async function post({ context, request }: Event | RequestEnvelope, directive: Directive = {}, token?: string) {
  const { apiEndpoint, apiAccessToken } = context.System as { apiEndpoint: string; apiAccessToken: string }
  const { requestId = request.requestId, type = 'VoicePlayer.Speak', speech = '<speak>One moment.</speak>' } = directive
  const response = await fetch(`${apiEndpoint}/v1/directives`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token ?? apiAccessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ header: { requestId }, directive: { type, speech } }),
  })
  return { status: response.status, text: await response.text() }
}

it('shows in the turn what the skill made Alexa say before it responded, and when', async () => {
  const emulator = await started()
  const ben = emulator.customer.addSpeaker()
  const posted: object[] = []
  const device = emulator.device(async (event: Event) => {
    posted.push(await post(event))
    posted.push(await post(event, { speech: 'Nearly done.' }))
    posted.push(
      await post(event, { speech: `<speak>Hi <alexa:name type="first" personId="${ben.personId}"/>!</speak>` }),
    )
    return say('Done.')
  })
  const turn = await device.open()
  expect(turn).toMatchObject({
    speech: 'Done.',
    violations: [],
    notEmulated: [],
    progressiveResponses: [
      { speech: 'One moment.', ssml: '<speak>One moment.</speak>' },
      { speech: 'Nearly done.', ssml: undefined },
      { speech: 'Hi Ben!' },
    ],
    apiRequests: [
      { method: 'POST', path: '/v1/directives', status: 204, token: 'valid' },
      { status: 204 },
      { status: 204 },
    ],
  })
  expect(posted).toEqual(Array(3).fill({ status: 204, text: '' }))
  const times = turn.progressiveResponses.map(({ afterMs }) => afterMs)
  expect(times.toSorted((a, b) => a - b)).toEqual(times)
  expect(times[0]).toBeGreaterThan(0)
  expect(times[2]).toBeLessThan(turn.durationMs + 10_000)
})

it("accepts them from ask-sdk's client", async () => {
  const emulator = await started()
  const skill = SkillBuilders.custom()
    .addRequestHandlers({
      canHandle: () => true,
      async handle({ requestEnvelope, responseBuilder, serviceClientFactory }: HandlerInput) {
        await serviceClientFactory?.getDirectiveServiceClient().enqueue({
          header: { requestId: requestEnvelope.request.requestId },
          directive: { type: 'VoicePlayer.Speak', speech: 'One moment.' },
        })
        return responseBuilder.speak('Done.').getResponse()
      },
    })
    .withApiClient(new DefaultApiClient())
    .lambda()
  const device = emulator.device(skill)
  await device.open()
  expect(await device.intent('BookIntent')).toMatchObject({
    speech: 'Done.',
    progressiveResponses: [{ speech: 'One moment.' }],
  })
})

it('plays them even if Alexa rejects the response', async () => {
  const emulator = await started()
  const device = emulator.device(async (event: Event) => {
    await post(event)
    throw new Error('no table')
  })
  expect(await device.open()).toMatchObject({ speech: undefined, progressiveResponses: [{ speech: 'One moment.' }] })
})

it('accepts five for each request', async () => {
  const emulator = await started()
  const device = emulator.device(async (event: Event) => {
    const posted = await Promise.all([1, 2, 3, 4, 5, 6].map(() => post(event)))
    return say(
      posted
        .map(({ status }) => status)
        .toSorted()
        .join(' '),
    )
  })
  for (const turn of [await device.open(), await device.intent('BookIntent')]) {
    expect(turn.speech).toBe('204 204 204 204 204 403')
    expect(turn.progressiveResponses).toHaveLength(5)
    expect(
      turn.apiRequests.filter(({ problem }) => problem?.includes('5 directives have already been sent')),
    ).toHaveLength(1)
  }
})

it('accepts none after the response', async () => {
  const emulator = await started()
  const events: Event[] = []
  const device = emulator.device((event: Event) => say(String(events.push(event))))
  await device.open()
  const [event] = events
  if (event === undefined) throw new Error('the skill was not called')
  expect(await post(event)).toMatchObject({ status: 403, text: expect.stringContaining('has already responded') })
})

describe('a progressive response is rejected for', () => {
  it.each<[what: string, directive: Directive, status: number, problem: string]>([
    ['the id of another request', { requestId: 'amzn1.echo-api.request.1' }, 400, 'header.requestId must be the id'],
    ['an id that is not a string', { requestId: 1 }, 400, 'header.requestId must be a string'],
    ['another directive', { type: 'AudioPlayer.Play' }, 400, 'directive.type must be VoicePlayer.Speak'],
    ['speech that is not a string', { speech: 1 }, 400, 'directive.speech must be a non-empty string'],
    ['empty speech', { speech: ' ' }, 400, 'directive.speech must be a non-empty string'],
    ['SSML that is not well-formed', { speech: '<speak>One' }, 400, 'never closes <speak>'],
    ['SSML without <speak>', { speech: '<p>One</p>' }, 400, 'must be one <speak> element'],
  ])('%s', async (_what, directive, status, problem) => {
    const envelope = (await started()).envelope()
    expect(await post(envelope, directive)).toMatchObject({ status, text: expect.stringContaining(problem) })
  })

  it('a request that is neither a LaunchRequest nor an IntentRequest', async () => {
    const emulator = await started()
    const ended = emulator.envelope({ request: { type: 'SessionEndedRequest', reason: 'USER_INITIATED' } })
    const event = emulator.eventEnvelope('AlexaSkillEvent.SkillEnabled')
    for (const [envelope, type] of [
      [ended, 'SessionEndedRequest'],
      [event, 'skill event'],
    ] as const) {
      const { status, text } = await post(envelope as never)
      expect(status).toBe(403)
      expect(text).toContain(type)
    }
  })

  it('a token that is missing, unknown or expired', async () => {
    const emulator = await started()
    const envelope = emulator.envelope()
    expect(await post(envelope, {}, 'nonsense')).toMatchObject({ status: 401 })
    expect(await call(emulator, '/v1/directives', { method: 'POST', body: '{}', authorization: '' })).toMatchObject({
      status: 401,
    })
    emulator.expireTokens()
    expect(await post(envelope)).toMatchObject({ status: 401 })
  })

  it('a body that is not JSON or too long, or another method', async () => {
    const emulator = await started()
    for (const body of ['', '{', 'null', `"${'a'.repeat(70_000)}"`]) {
      expect(await call(emulator, '/v1/directives', { method: 'POST', body }), body.slice(0, 9)).toMatchObject({
        status: 400,
        headers: { 'content-type': 'application/json', 'x-amzn-requestid': expect.any(String) },
      })
    }
    expect(await call(emulator, '/v1/directives')).toMatchObject({ status: 405, headers: { allow: 'POST' } })
  })
})

describe('a request that is not emulated', () => {
  const paths = [
    ['POST', '/v1/alerts/reminders', 'POST /v1/alerts/reminders'],
    ['DELETE', '/v1/alerts/reminders/8e8d7a1c-0c5e', 'DELETE /v1/alerts/reminders/{…}'],
    ['GET', '/v2/householdlists/YW16bjEuYWNjb3VudA==-VEFTSw==/active?x=1', 'GET /v2/householdlists/{…}/active'],
    [
      'GET',
      '/v1/users/~current/skills/~current/inSkillProducts',
      'GET /v1/users/~current/skills/~current/inSkillProducts',
    ],
  ] as const

  it('is listed in the turn without ids, and gets 404 for any body', async () => {
    const emulator = await started()
    const statuses: number[] = []
    const device = emulator.device(async (event: Event) => {
      const { apiEndpoint, apiAccessToken } = event.context.System
      for (const [method, path] of [...paths, ...paths]) {
        const headers = { authorization: `Bearer ${apiAccessToken}` }
        const body = method === 'POST' ? { body: '{"trigger":1}' } : {}
        statuses.push((await fetch(`${apiEndpoint}${path}`, { method, headers, ...body })).status)
      }
      return say('Done.')
    })
    const turn = await device.open()
    expect(turn.notEmulated).toEqual(paths.map(([, , shown]) => shown))
    expect(statuses).toEqual(Array(8).fill(404))
    expect(turn.apiRequests[0]?.problem).toBe('The emulator does not support POST /v1/alerts/reminders.')
  })

  it('gets the page of the CDN if it is a GET with a body, as on every path', async () => {
    const emulator = await started()
    expect(await call(emulator, '/v1/alerts/reminders', { body: '{}' })).toMatchObject({
      status: 403,
      headers: { 'content-type': 'text/html' },
    })
  })

  it('is passed to watchers', async () => {
    const emulator = await started()
    const problems: (string | undefined)[] = []
    onTestFinished(emulator.watch({ apiRequest: ({ problem }) => void problems.push(problem) }))
    await call(emulator, '/v1/alerts/reminders', { method: 'POST', body: '{}' })
    expect(problems).toContain('The emulator does not support POST /v1/alerts/reminders.')
  })
})
