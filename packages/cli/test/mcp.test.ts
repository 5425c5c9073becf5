import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Mcp, startMcp } from './support/run-mcp.js'

const cwd = fileURLToPath(new URL('../../../apps/ask-sdk-starter', import.meta.url))
const booking = { intent: 'BookTableIntent', slots: { date: '2030-01-02', time: '19:00', partySize: 3 } }

// one conversation: each test begins where the previous one ended
let mcp: Mcp
beforeAll(async () => {
  mcp = await startMcp(['--skill', 'dev/skill.ts'], { cwd })
})
afterAll(() => mcp.client.close())

interface Status {
  readonly page: string
  readonly intents: readonly string[]
  readonly customer: { readonly granted: readonly string[] }
  readonly [more: string]: unknown
}

describe('the consent conversation of the ask-sdk starter', () => {
  it('begins with a status that shows the skill, its intents and the customer', async () => {
    const status = await mcp.call<Status>('status')
    expect(status).toMatchObject({ skill: { name: 'dev/skill.ts', status: 'loaded' }, invocationName: 'table talk' })
    expect(status.intents).toContain('BookTableIntent(date, time, partySize)')
    expect(status.customer.granted).toEqual([])
  })

  it("understands the customer's words, and shows the skill's requests", async () => {
    expect(await mcp.call('open')).toMatchObject({ heard: 'LaunchRequest', sessionOpen: true, violations: [] })
    const asked = await mcp.call('say', { words: 'book a table for two tomorrow at seven p.m.' })
    expect(asked.heard).toMatch(/^BookTableIntent date=\S+ time=19:00 partySize=2 \(COMPLETED\)$/)
    expect(asked.api).toEqual(
      expect.arrayContaining(['GET givenName -> 403', 'GET email -> 403', 'GET timeZone -> 200']),
    )
    expect(asked.consentQuestion).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])
    expect(await mcp.call<Status>('status')).toMatchObject({ consentQuestion: asked.consentQuestion })
  })

  it('continues after a no, also in words', async () => {
    const declined = await mcp.call('say', { words: 'no' })
    expect(declined).toMatchObject({ heard: 'SessionResumedRequest DENIED', sessionOpen: false, violations: [] })
    expect(declined.speech).toContain('without your name')
  })

  it('reads and emails after the consent answer', async () => {
    await mcp.call('say', booking)
    const booked = await mcp.call('answer_consent', { answer: 'accept' })
    expect(booked.speech).toContain('Thank you, Ann')
    expect(booked.api).toEqual(expect.arrayContaining(['GET givenName -> 200', 'GET email -> 200']))
    expect(booked.mails).toContainEqual(
      expect.objectContaining({ to: 'ann@example.com', text: expect.stringContaining('Hello Ann') }),
    )
    expect(booked.events).toEqual([
      'SkillPermissionAccepted [alexa::profile:given_name:read, alexa::profile:email:read]: acknowledged',
    ])
  })

  it('grants a consent card as the Alexa app does', async () => {
    const asked = await mcp.call('say', { words: 'text me the confirmation' })
    expect(asked.card).toEqual({ asksFor: ['alexa::profile:mobile_number:read'] })
    expect(await mcp.problem('answer_consent', { answer: 'redirect' })).toContain('accept or deny')
    expect(await mcp.call('answer_consent', { answer: 'accept' })).toMatchObject({
      card: 'granted',
      granted: expect.arrayContaining(['alexa::profile:mobile_number:read']),
    })
    expect(await mcp.call('say', { words: 'text me the confirmation' })).toMatchObject({
      api: ['GET mobileNumber -> 200'],
    })
    expect(await mcp.problem('answer_consent', { answer: 'accept' })).toContain('set_customer')
  })

  it('produces every other status of a read', async () => {
    await mcp.call('set_customer', { data: { email: null } })
    const notSet = await mcp.call('say', booking)
    expect(notSet.api).toContain('GET email -> 204')
    expect(notSet.speech).toContain('add what')
    await mcp.call('set_customer', { data: { email: 'bea@example.com' } })

    await mcp.call('set_situation', { name: 'throttled' })
    const throttled = await mcp.call('say', booking)
    expect(throttled.api).toContain('GET email -> 429 (throttled)')
    expect(throttled.speech).toContain('try again')
    await mcp.call('set_situation', { name: 'none' })

    await mcp.call('set_situation', { name: 'token-invalid' })
    const dead = await mcp.call('say', booking)
    expect(dead.api).toContain('GET email -> 401 (token-invalid)')
    expect(dead).not.toHaveProperty('consentQuestion')
    await mcp.call('set_situation', { name: 'none' })

    const revoked = await mcp.call('set_customer', { revoke: ['email'], locale: 'de-DE' })
    expect(revoked.events?.[0]).toContain('SkillPermissionChanged')
    expect((await mcp.call('say', booking)).speech).toContain('E-Mail-Adresse')
    await mcp.call('answer_consent', { answer: 'redirect' })
    await mcp.call('set_customer', { grant: ['alexa::profile:email:read'], locale: 'en-US' })
    for (const { violations } of [notSet, throttled, dead]) expect(violations).toEqual([])
  })

  it('recognizes a speaker', async () => {
    expect(await mcp.call('set_customer', { speaker: { data: { givenName: 'Bea' } } })).toMatchObject({
      speaker: { data: { givenName: 'Bea' } },
    })
    expect((await mcp.call('open')).speech).toContain('Welcome to Table Talk, Bea')
    expect(await mcp.call('set_customer', { speaker: null })).not.toHaveProperty('speaker')
  })

  it('plays silence, after which the session is closed', async () => {
    await mcp.call('open')
    expect(await mcp.call('say', { words: ' ' })).toMatchObject({
      heard: 'SessionEndedRequest EXCEEDED_MAX_REPROMPTS',
      sessionOpen: false,
    })
    expect(await mcp.problem('say', { words: '' })).toBe(
      'No session is open, so Alexa does not listen. Call open or say first.',
    )
  })

  it('shows the same turns to a person, on the page', async () => {
    const { page } = await mcp.call<Status>('status')
    expect(await (await fetch(page)).text()).toContain('<title>')
    const { turn, request } = await mcp.call<{ turn: number; request: object }>('turn')
    const shown: object = JSON.parse(await (await fetch(new URL(`/console/turns/${turn}/json`, page))).text())
    expect(shown).toMatchObject({ request: { request } })
    expect(await mcp.call('turn', { whole: true })).toMatchObject(shown)
  })

  it('checks the manifest', async () => {
    const { file, findings } = await mcp.call<{ file: string; findings: string[] }>('check_manifest', {
      fields: ['givenName', 'email', 'mobileNumber', 'address'],
    })
    expect(file).toBe('skill-package/skill.json')
    expect(findings).toContainEqual(
      expect.stringMatching(/^error scope-undeclared at line \d+: The skill reads address/),
    )
  })

  it('exports the conversation since the latest start', async () => {
    await mcp.call('open', { startOver: true })
    const { source } = await mcp.call<{ source: string }>('export_test', { preview: true })
    expect(source).toContain("import('../dev/skill.js')")
    expect(source.match(/device\.(open|say|intent)/g)).toEqual(['device.open'])
  })
})

it.each([
  ['say', { intent: 'BookTabelIntent' }, 'Did you mean "BookTableIntent"?'],
  ['say', { intent: 'BookTableIntent', slots: { partysise: 2 } }, 'Did you mean "partySize"?'],
  ['say', { words: 'hello', intent: 'BookTableIntent' }, 'Pass either words, or an intent'],
  ['say', { wrods: 'hello' }, 'wrods'],
  ['set_customer', { data: { emial: 'ann@example.com' } }, 'Did you mean "email"?'],
  ['set_customer', { data: { mobileNumber: '2065550100' } }, 'mobileNumber must look like {"countryCode"'],
  ['set_customer', { grant: ['emial'] }, 'Did you mean "email"?'],
  ['set_customer', { grant: ['timeZone'] }, 'can be read without a permission'],
  ['set_customer', { locale: 'fr-FR' }, 'The skill supports en-US, de-DE.'],
  ['set_situation', { name: 'throtled' }, '"throttled"'],
  ['turn', { id: 999 }, 'There is no turn 999'],
  ['check_manifest', { fields: ['emial'] }, 'email'],
])('%s %j says what to do', async (name, input, message) => {
  const problem = await mcp.problem(name, input)
  expect(problem).toContain(message)
  expect(problem).not.toMatch(/\w\(\)/) // an agent cannot call methods
})

it.each([{ speaker: { data: { email: 'bea@example.com' } } }, { speaker: { grant: ['email'] } }, { grant: ['a:b'] }])(
  'changes nothing about the customer if one part is wrong: %j',
  async (wrong) => {
    const { customer } = await mcp.call<Status>('status')
    await mcp.problem('set_customer', { data: { email: 'bea@example.com' }, ...wrong })
    expect((await mcp.call<Status>('status')).customer).toEqual(customer)
  },
)

it('accepts every call in the instructions for coding agents', async () => {
  const skill = readFileSync(new URL('../skills/alexa-profile/SKILL.md', import.meta.url), 'utf8')
  const calls = [...skill.matchAll(/`(\w+) (\{.*?\})`/g)]
  expect(new Set(calls.map(([, tool]) => tool))).toEqual(
    new Set(['say', 'set_customer', 'set_situation', 'answer_consent']),
  )
  for (const [, tool = '', input = ''] of calls.filter(([, tool]) => tool !== 'answer_consent')) {
    expect(await mcp.call<object>(tool, JSON.parse(input))).toBeTypeOf('object')
  }
  await mcp.call('set_situation', { name: 'none' })
})

it('describes its tools in few tokens', async () => {
  const { tools } = await mcp.client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    'open',
    'say',
    'answer_consent',
    'set_customer',
    'set_situation',
    'status',
    'turn',
    'check_manifest',
    'export_test',
  ])
  const tokens = (text: string) => text.length / 4
  expect(tokens(JSON.stringify(tools))).toBeLessThan(1500)
  const turns = mcp.results.filter(({ name }) => name === 'open' || name === 'say').map(({ text }) => tokens(text))
  expect(turns.length).toBeGreaterThan(10)
  expect(Math.max(...turns)).toBeLessThan(300)
  expect(turns.reduce((sum, turn) => sum + turn) / turns.length).toBeLessThan(150)
})
