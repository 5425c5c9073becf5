import type { Response, ResponseEnvelope } from 'ask-sdk-model'
import { describe, expect, it } from 'vitest'
import {
  acknowledge,
  consentCard,
  decide,
  escapeSsml,
  fields,
  type Obstacle,
  type ProfileField,
  type ProfileResult,
  type Prompts,
  prompts,
  respondTo,
  toResponseEnvelope,
} from '../src/index.js'
import { envelopeFor } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'
import { warningsOf } from './support/warnings.js'

const server = useTlsServer()

function obstacle(outcome: object, required: readonly ProfileField[] = ['email']): Obstacle {
  const details = { level: 'customer', attempts: 1, durationMs: 1 }
  const entries = required.map((field) => [
    field,
    { ...outcome, scope: fields[field].scope?.manifest, field, ...details },
  ])
  const results = Object.fromEntries(entries) as Record<ProfileField, ProfileResult>
  const decision = decide(results, { required })
  if (decision.action === 'proceed') throw new Error('This test needs an obstacle.')
  return decision
}

const notGranted = { status: 'permission-missing', reason: 'not-granted' }
const obstacles = {
  'ask-for-consent': obstacle(notGranted),
  'ask-to-fill-in': obstacle({ status: 'not-set' }),
  'speaker-unknown': obstacle({ status: 'no-speaker' }, ['name']),
  'device-unknown': obstacle({ status: 'no-device' }),
  'try-later': obstacle({ status: 'failed', failure: 'timeout' }),
  'fix-skill': obstacle({ status: 'permission-missing', reason: 'not-declared' }),
}

const actions = Object.keys(obstacles) as (keyof typeof obstacles)[]

async function answerTo(decision: Obstacle, options: Parameters<typeof respondTo>[1] = {}): Promise<Response> {
  let response: Response | undefined
  // The fix-skill diagnosis goes to the developer; a test below checks it.
  await warningsOf(() => {
    response = respondTo(decision, options)
  })
  if (response === undefined) throw new Error('respondTo returned no response.')
  return response
}

async function speechOf(decision: Obstacle, options: Parameters<typeof respondTo>[1] = {}): Promise<string> {
  const { outputSpeech } = await answerTo(decision, options)
  if (outputSpeech?.type !== 'SSML') throw new Error('The response contains no SSML.')
  return outputSpeech.ssml
}

/** Checks for balanced tags and no bare `&` or `<`, which is what Alexa accepts as SSML. */
function expectWellFormed(ssml: string): void {
  expect(ssml).toMatch(/^<speak>.*<\/speak>$/s)
  const inner = ssml.replace(/^<speak>|<\/speak>$/g, '')
  expect(inner).not.toMatch(/[<>]/)
  expect(inner).not.toMatch(/&(?!(amp|lt|gt|quot|apos);)/)
  expect(Buffer.from(inner).toString()).toBe(inner)
}

describe('consentCard', () => {
  it('lists the scope of each field once, in the order of the fields', () => {
    expect(consentCard(['email', 'givenName', 'email', 'alexa::profile:email:read'])).toEqual({
      type: 'AskForPermissionsConsent',
      permissions: ['alexa::profile:email:read', 'alexa::profile:given_name:read'],
    })
  })

  it('also lists scopes that do not belong to a field', () => {
    expect(consentCard(['name', 'alexa::devices:all:geolocation:read']).permissions).toEqual([
      'alexa::profile:name:read',
      'alexa::devices:all:geolocation:read',
    ])
  })

  it.each([
    ['nothing', []],
    ['a misspelled scope', ['alexa:profile:email:read']],
    ['a scope without colons', ['alexa_profile_email_read']],
    ['an unknown field', ['phone']],
    ['undefined', [undefined]],
    ['one unknown field among known fields', ['email', 'adress']],
    ['a property of Object', ['constructor']],
  ])('rejects %s', (_, fields) => {
    expect(() => consentCard(fields as ProfileField[])).toThrow(
      expect.objectContaining({ name: 'ProfileError', code: 'scope-unknown' }),
    )
  })

  it('rejects an undeclared scope, because Alexa would reject the whole response', () => {
    const declaredScopes = ['alexa::profile:email:read', 'alexa::profile:name:read']
    expect(consentCard(['email', 'name'], { declaredScopes }).permissions).toHaveLength(2)
    expect(() => consentCard(['email', 'mobileNumber'], { declaredScopes })).toThrow(
      expect.objectContaining({
        code: 'scope-not-declared',
        message: expect.stringContaining(fields.mobileNumber.scope.manifest),
      }),
    )
    expect(() => consentCard(['email'], { declaredScopes: [] })).toThrow(
      expect.objectContaining({ code: 'scope-not-declared' }),
    )
  })

  it('accepts both spellings of the address scope and sends the spelling for cards', () => {
    const manifest = {
      manifest: {
        permissions: [
          { name: 'alexa::profile:email:read' },
          { name: 'alexa::devices:all:address:full:read' },
          { name: 'alexa:devices:all:address:country_and_postal_code:read' },
        ],
      },
    }
    const permissions = ['alexa::profile:email:read', 'read::alexa:device:all:address']
    for (const address of ['read::alexa:device:all:address', 'alexa::devices:all:address:full:read'] as const) {
      expect(consentCard(['email', address], { declaredScopes: manifest }).permissions).toEqual(permissions)
      expect(consentCard(['email', address], { declaredScopes: permissions }).permissions).toEqual(permissions)
      expect(() => consentCard([address], { declaredScopes: ['alexa::profile:email:read'] })).toThrow(
        'Add it to "permissions"',
      )
      // The advice must name the spelling that the manifest accepts.
      expect(() => consentCard([address], { declaredScopes: [] })).toThrow('alexa::devices:all:address:full:read')
    }
    const both = [
      'alexa:devices:all:address:country_and_postal_code:read',
      'read::alexa:device:all:address:country_and_postal_code',
    ] as const
    expect(consentCard(both, { declaredScopes: manifest }).permissions).toEqual([both[1]])
    expect(consentCard(['payments:autopay_consent']).permissions).toEqual(['payments:autopay_consent'])
  })

  it.each([
    ['alexa:profile:email:read', 'alexa::profile:email:read'],
    ['alexa::profile:emial:read', 'alexa::profile:email:read'],
    ['emial', 'email'],
    ['read::alexa:device:all:addres', 'read::alexa:device:all:address'],
  ])('suggests the right spelling for %s', (misspelled, meant) => {
    expect(() => consentCard([misspelled as never])).toThrow(`Unknown scope "${misspelled}". Did you mean "${meant}"?`)
  })

  it("uses the client's declaredScopes unless the call passes its own", () => {
    const client = server.client({ declaredScopes: [fields.email.scope.manifest] })
    const refused = expect.objectContaining({ code: 'scope-not-declared' })
    expect(client.consentCard(['email']).permissions).toEqual([fields.email.scope.manifest])
    expect(() => client.consentCard(['name'])).toThrow(refused)
    expect(() => client.respondTo(obstacle(notGranted, ['name']))).toThrow(refused)
    expect(client.consentCard(['name'], { declaredScopes: [fields.name.scope.manifest] }).permissions).toEqual([
      fields.name.scope.manifest,
    ])
  })
})

describe('respondTo', () => {
  it.each(actions)('speaks well-formed SSML for %s in every locale and ends the session', async (action) => {
    for (const locale of ['en-US', 'en-GB', 'de-DE', 'ja-JP', 'nl-NL', 'xx', '']) {
      const response = await answerTo(obstacles[action], { locale, purpose: 'book your table' })
      expect(response).toMatchObject({ outputSpeech: { type: 'SSML' }, shouldEndSession: true })
      expect(response).not.toHaveProperty('reprompt')
      const ssml = await speechOf(obstacles[action], { locale })
      expectWellFormed(ssml)
      expect(ssml.length).toBeGreaterThan(40)
      expect(ssml).not.toMatch(/undefined|null|\[object/)
    }
  })

  it.each(actions)('speaks English for %s if the locale is not supported', async (action) => {
    const options = { purpose: 'book your table', skillName: 'Table Talk' }
    expect(await speechOf(obstacles[action], { ...options, locale: 'xx-YY' })).toBe(
      await speechOf(obstacles[action], { ...options, locale: 'en-US' }),
    )
  })

  it('sends a consent card only if consent is missing', async () => {
    for (const action of actions) {
      const { card } = await answerTo(obstacles[action])
      expect(card).toEqual(
        action === 'ask-for-consent'
          ? { type: 'AskForPermissionsConsent', permissions: [fields.email.scope.manifest] }
          : undefined,
      )
    }
  })

  it('says which fields are needed, for what purpose, and where to grant or fill them in', async () => {
    const options = { locale: 'en-US', purpose: 'book your table', skillName: 'Table Talk' }
    for (const action of ['ask-for-consent', 'ask-to-fill-in'] as const) {
      const ssml = await speechOf(obstacles[action], options)
      for (const part of ['email address', 'book your table', 'Table Talk', 'Alexa app']) expect(ssml).toContain(part)
    }
    expect(await speechOf(obstacles['speaker-unknown'], options)).toContain('voice')
    expect(await speechOf(obstacles['try-later'], options)).toMatch(/sorry/i)
  })

  it('apologizes to the customer for a mistake in the skill and describes the mistake to the developer', async () => {
    let response: Response = {}
    const warnings = await warningsOf(() => {
      response = respondTo(obstacles['fix-skill'])
    })
    expect(warnings).toMatchObject([{ code: 'ALEXA_PROFILE_FIX_SKILL' }])
    expect(warnings[0]?.message).toContain(fields.email.scope.manifest)
    expect(JSON.stringify(response)).toMatch(/sorry/i)
    expect(JSON.stringify(response)).not.toMatch(/scope|manifest|skill\.json|alexa::/)
  })

  it.each([
    [['name'], 'full name'],
    [['name', 'email'], 'full name and email address'],
    [['name', 'email', 'mobileNumber'], 'full name, email address, and mobile number'],
  ] as const)('lists %j as in a spoken sentence', async (fields, spoken) => {
    for (const outcome of [notGranted, { status: 'not-set' }, { status: 'throttled' }]) {
      expect(await speechOf(obstacle(outcome, fields), { locale: 'en-US' })).toContain(spoken)
    }
  })

  it('uses the locale of the envelope unless the call passes another one', async () => {
    const seen: string[] = []
    const tell: Partial<Prompts> = { tryLater: ({ locale }) => `${seen.push(locale)}` }
    const envelope = { ...envelopeFor(server.origin), request: { type: 'LaunchRequest', locale: 'de-DE' } }
    await answerTo(obstacles['try-later'], { envelope, prompts: tell })
    await answerTo(obstacles['try-later'], { envelope, locale: 'fr-FR', prompts: tell })
    await answerTo(obstacles['try-later'], { prompts: tell })
    await answerTo(obstacles['try-later'], {
      envelope: { ...envelope, request: { type: 'LaunchRequest', locale: 5 as never } },
      prompts: tell,
    })
    expect(seen).toEqual(['de-DE', 'fr-FR', 'en-US', 'en-US'])
  })

  it.each(actions)('only acknowledges an event if the decision is %s', async (action) => {
    const { session, ...envelope } = envelopeFor(server.origin)
    const event = { ...envelope, request: { type: 'AlexaSkillEvent.SkillEnabled' } }
    const warnings = await warningsOf(async () => {
      expect(await answerTo(obstacles[action], { envelope: event })).toEqual({})
    })
    expect(warnings.filter(({ code }) => code !== 'ALEXA_PROFILE_FIX_SKILL')).toEqual([])
    expect(acknowledge()).toEqual({})
  })

  it.each(['LaunchRequest', 'IntentRequest', undefined])(
    'warns that the response is empty because the test envelope has no session: %s',
    async (type) => {
      const { session, ...envelope } = envelopeFor(server.origin)
      const warnings = await warningsOf(async () => {
        const request = type === undefined ? {} : { type }
        expect(respondTo(obstacles['ask-for-consent'], { envelope: { ...envelope, request } as never })).toEqual({})
      })
      expect(warnings).toMatchObject([{ code: 'ALEXA_PROFILE_NO_SESSION' }])
      expect(warnings[0]?.message).toContain('the envelope has no session')
    },
  )

  it('keeps the session open if a reprompt is given', async () => {
    expect(await answerTo(obstacles['ask-to-fill-in'], { reprompt: 'Anything else?' })).toMatchObject({
      reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Anything else?</speak>' } },
      shouldEndSession: false,
    })
  })

  it.each(actions)('stays well-formed if hostile text is inserted for %s', async (action) => {
    const hostile = `</speak><audio src="x"/> & <b>'"\u0000\u0008\ud800]]> &amp; \uffff`
    const ssml = await speechOf(obstacles[action], { purpose: hostile, skillName: hostile })
    expectWellFormed(ssml)
    expect(ssml).not.toContain('\u0000')
  })

  it('rejects a decision to proceed', () => {
    const decision = decide({}, {})
    expect(() => respondTo(decision as unknown as Obstacle)).toThrow(
      expect.objectContaining({ name: 'ProfileError', code: 'decision-invalid' }),
    )
  })

  it.each([
    ['purpose', 5],
    ['purpose', null],
    ['purpose', 'x'.repeat(501)],
    ['skillName', true],
    ['skillName', 'x'.repeat(501)],
  ])('rejects a %s that cannot be spoken (%#)', (name, content) => {
    expect(() => respondTo(obstacles['try-later'], { [name]: content })).toThrow(
      expect.objectContaining({ name: 'ProfileError', code: 'option-invalid', message: expect.stringContaining(name) }),
    )
  })

  it("uses the client's skillName and prompts unless the call passes its own", async () => {
    const client = server.client({
      skillName: 'Table Talk',
      prompts: { tryLater: ({ skillName }) => `Ah, ${skillName}` },
    })
    expect(client.respondTo(obstacles['try-later'])).toMatchObject({
      outputSpeech: { ssml: '<speak>Ah, Table Talk</speak>' },
    })
    expect(client.respondTo(obstacles['try-later'], { skillName: 'Other' })).toMatchObject({
      outputSpeech: { ssml: '<speak>Ah, Other</speak>' },
    })
  })

  it('returns a response that toResponseEnvelope wraps for Alexa', async () => {
    const response = respondTo(obstacles['ask-for-consent'])
    const envelope: ResponseEnvelope = toResponseEnvelope(response, { asked: true })
    expect(envelope).toEqual({ version: '1.0', response, sessionAttributes: { asked: true } })
    expect(toResponseEnvelope(acknowledge())).toEqual({ version: '1.0', response: {} })
  })
})

describe('prompts', () => {
  it('lets a skill replace a single prompt', () => {
    const say = prompts('en-US', {
      purpose: 'book <x>',
      skillName: 'A & B',
      prompts: {
        askForConsent: ({ locale, fields, fieldList, purpose, skillName }) =>
          [locale, fields.join(), fieldList, purpose, skillName].join('|'),
      },
    })
    expect(say.askForConsent(['email', 'name'])).toMatch(
      /^en-US\|email,name\|.*email address and full name\|book &lt;x&gt;\|A &amp; B$/,
    )
    expect(say.askToFillIn(['email'])).toBe(
      prompts('en-US', { purpose: 'book <x>', skillName: 'A & B' }).askToFillIn(['email']),
    )
  })

  it('speaks for every decision, with and without a purpose and a skill name', () => {
    for (const options of [{}, { purpose: 'book your table' }, { skillName: 'Table Talk' }]) {
      const say = prompts('en-US', options)
      for (const prompt of Object.values(say)) {
        const text = prompt(['email', 'name'])
        expect(text).toMatch(/^[A-Z].*\.$/)
        expect(text).not.toMatch(/undefined|\s{2}|\s[.,]/)
      }
    }
  })
})

it('escapeSsml makes any string safe and keeps allowed characters', () => {
  expect(escapeSsml(`Tom & "Jerry" <b> 'x'`)).toBe('Tom &amp; &quot;Jerry&quot; &lt;b&gt; &apos;x&apos;')
  expect(escapeSsml('Jürgen 田中 👩‍🚀\t\n')).toBe('Jürgen 田中 👩‍🚀\t\n')
  expect(escapeSsml('a\u0000\u0008\u000b\u001f\uffff\ufffeb')).toBe('ab')
  expect(escapeSsml('a\ud83db\ude80c\ud83d\ude80')).toBe('abc🚀')
  expect(escapeSsml('&amp;')).toBe('&amp;amp;')
})
