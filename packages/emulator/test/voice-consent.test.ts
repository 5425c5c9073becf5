import { fields, readConsentAnswer, voiceConsent } from '@alexa-profile/core'
import { describe, expect, it } from 'vitest'
import type { ConsentAnswer } from '../src/index.js'
import { call } from './call.js'
import { answering, listening } from './listening.js'
import { type Event, say, script } from './scripted-skill.js'
import { started } from './started.js'

const account = (permissionScope: string) => ({ permissionScope, consentLevel: 'ACCOUNT' })
const person = (permissionScope: string) => ({ permissionScope, consentLevel: 'PERSON' })
const asking = (permissionScopes: unknown, more: object = {}) => ({
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.AskForPermissionsConsent/2',
  input: { '@type': 'AskForPermissionsConsentRequest', '@version': '2', permissionScopes },
  ...more,
})
/** Leaves shouldEndSession out, as Amazon's samples do. */
const ask = (permissionScopes: unknown, more: object = {}) => ({
  version: '1.0',
  response: {
    outputSpeech: { type: 'PlainText', text: 'I need your email.' },
    directives: [asking(permissionScopes, more)],
  },
})
const tokenOf = (event: Event | undefined) => String(event?.context.System.apiAccessToken)

describe('a voice consent', () => {
  it('makes Alexa ask, and keeps the session open', async () => {
    const emulator = await started()
    const device = emulator.device(() => ask([account(fields.email.scope.manifest)], { token: 'booking' }))
    const turn = await device.open()
    expect(turn).toMatchObject({
      violations: [],
      speech: 'I need your email.',
      sessionOpen: true,
      directives: [{ type: 'Connections.StartConnection' }],
    })
    expect(turn.consentRequest).toEqual({ permissions: [account(fields.email.scope.manifest)], token: 'booking' })
    expect(device.sessionOpen).toBe(true)
  })

  it.each<[ConsentAnswer, object]>([
    ['accept', { status: { code: '200', message: 'OK' }, result: { status: 'ACCEPTED' } }],
    ['deny', { status: { code: '200', message: 'OK' }, result: { status: 'DENIED' } }],
    ['silence', { status: { code: '200', message: 'OK' }, result: { status: 'NOT_ANSWERED' } }],
    ['redirect', { status: { code: '200', message: 'OK' }, result: { status: 'REDIRECT_TO_APP' } }],
    ['failure', { status: { code: '500', message: expect.any(String) }, result: null }],
  ])('sends %s to the skill in the same session, with a fresh token', async (answer, outcome) => {
    const emulator = await started()
    const { skill, events } = script(
      { ...ask([account(fields.email.scope.manifest)], { token: 'booking' }), sessionAttributes: { step: 1 } },
      say('Thanks.'),
    )
    const device = emulator.device(skill, { locale: 'de-DE' })
    await device.intent('BookTableIntent')
    const turn = await device.answerConsent(answer)
    expect(turn).toMatchObject({ speech: 'Thanks.', violations: [], sessionOpen: true })
    expect(turn.consentRequest).toBeUndefined()
    const [before, resumed] = events
    expect(resumed).toEqual(turn.request)
    expect(resumed?.session).toMatchObject({
      new: false,
      sessionId: before?.session.sessionId,
      attributes: { step: 1 },
    })
    expect(resumed?.request).toEqual({
      type: 'SessionResumedRequest',
      requestId: expect.stringMatching(/^amzn1\.echo-api\.request\./),
      timestamp: expect.any(String),
      locale: 'de-DE',
      cause: { type: 'ConnectionCompleted', token: 'booking', ...outcome },
    })
    expect(tokenOf(resumed)).not.toBe(tokenOf(before))
    expect(emulator.customer.granted).toEqual(new Set(answer === 'accept' ? [fields.email.scope.manifest] : []))
  })

  it('lets the skill read what was accepted, with the token of the resumed session', async () => {
    const emulator = await started()
    const { skill, events } = script(ask([account(fields.email.scope.manifest)]), say('Thanks.'))
    const device = emulator.device(skill)
    await device.open()
    await device.answerConsent('accept')
    expect(await call(emulator, fields.email.path.customer, { token: tokenOf(events[1]) })).toMatchObject({
      status: 200,
      body: '"ann@example.com"',
    })
    expect(events[1]?.request).not.toHaveProperty('cause.token')
  })

  it('can be repeated in the resumed session', async () => {
    const emulator = await started()
    const { skill } = script(
      ask([account(fields.email.scope.manifest)]),
      ask([account(fields.name.scope.manifest)]),
      say('Thanks.'),
    )
    const device = emulator.device(skill)
    await device.open()
    const turn = await device.answerConsent('accept')
    expect(turn.consentRequest).toEqual({ permissions: [account(fields.name.scope.manifest)] })
    await device.answerConsent('accept')
    expect(emulator.customer.granted).toEqual(new Set([fields.email.scope.manifest, fields.name.scope.manifest]))
  })

  it('may ask for permissions that are not for a profile field', async () => {
    const scopes = ['alexa::alerts:reminders:skill:readwrite', 'alexa::devices:all:geolocation:read'] as const
    const emulator = await started()
    const directive = voiceConsent({ fields: ['countryAndPostalCode'], scopes, token: 'remind me' })
    const { skill, events } = script({ version: '1.0', response: { directives: [directive] } }, say('Thanks.'))
    const device = emulator.device(skill)
    expect(await device.open()).toMatchObject({ violations: [] })
    await device.answerConsent('accept')
    expect(readConsentAnswer(events[1])).toMatchObject({
      answer: 'accepted',
      fields: ['countryAndPostalCode'],
      scopes,
      token: 'remind me',
    })
    expect(emulator.customer.granted).toEqual(new Set([fields.countryAndPostalCode.scope.manifest, ...scopes]))
  })

  it('does not ask a speaker for those permissions', async () => {
    const emulator = await started()
    const device = emulator.device(() => ask([person('alexa::alerts:timers:skill:readwrite')]))
    expect(await device.open()).toMatchObject({ violations: [{ rule: 'voice-consent-level' }] })
  })

  it('may be sent with a consent card', async () => {
    const emulator = await started()
    const { response } = ask([account(fields.email.scope.manifest)])
    const card = { type: 'AskForPermissionsConsent', permissions: [fields.email.scope.manifest] }
    const device = emulator.device(() => ({ version: '1.0', response: { ...response, card } }))
    expect(await device.open()).toMatchObject({ violations: [], consentRequest: {}, card: {} })
    expect(emulator.customer.cards).toHaveLength(1)
  })

  it('works for a skill at a URL', async () => {
    const emulator = await started()
    const { skill, events } = script(ask([account(fields.email.scope.manifest)]), say('Thanks.'))
    const device = emulator.device(await listening(answering(skill)))
    await device.open()
    expect(await device.answerConsent('accept')).toMatchObject({ speech: 'Thanks.', violations: [] })
    expect(events[1]?.request).toMatchObject({ cause: { result: { status: 'ACCEPTED' } } })
  })

  it('does not resume the session with SEND_ERRORS_ONLY', async () => {
    const emulator = await started()
    const device = emulator.device(() =>
      ask([account(fields.email.scope.manifest)], { onCompletion: 'SEND_ERRORS_ONLY' }),
    )
    expect(await device.open()).toMatchObject({ violations: [], consentRequest: undefined, sessionOpen: false })
  })

  it('is not requested by a response that Alexa rejects', async () => {
    const emulator = await started()
    const device = emulator.device(() => ask([]))
    const turn = await device.open()
    expect(turn).toMatchObject({ violations: [{ rule: 'voice-consent-empty' }], sessionOpen: false })
    expect(turn.consentRequest).toBeUndefined()
  })
})

describe('consent of a speaker', () => {
  it('is separate from the account, which has granted nothing', async () => {
    const emulator = await started()
    const ben = emulator.customer.addSpeaker()
    const cleo = emulator.customer.addSpeaker({ givenName: 'Cleo' })
    const { skill, events } = script(ask([person(fields.givenName.scope.manifest)]), say('Thanks.'))
    const device = emulator.device(skill, { speaker: ben })
    await device.open()
    await device.answerConsent('accept')
    expect([ben.granted, cleo.granted, emulator.customer.granted]).toEqual([
      new Set([fields.givenName.scope.manifest]),
      new Set(),
      new Set(),
    ])
    const token = tokenOf(events[1])
    expect(await call(emulator, fields.givenName.path.speaker, { token })).toMatchObject({ status: 200, body: '"Ben"' })
    expect(await call(emulator, fields.givenName.path.customer, { token })).toMatchObject({ status: 403 })
  })

  it('can be requested together with the account’s', async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker()
    const { skill } = script(
      ask([
        account(fields.name.scope.manifest),
        person(fields.name.scope.manifest),
        account(fields.email.scope.manifest),
      ]),
      say('Thanks.'),
    )
    const device = emulator.device(skill, { speaker })
    await device.open()
    await device.answerConsent('accept')
    expect(emulator.customer.granted).toEqual(new Set([fields.name.scope.manifest, fields.email.scope.manifest]))
    expect(speaker.granted).toEqual(new Set([fields.name.scope.manifest]))
  })

  it('belongs to the speaker who answers', async () => {
    const emulator = await started()
    const [ben, cleo] = [emulator.customer.addSpeaker(), emulator.customer.addSpeaker()]
    const { skill } = script(ask([person(fields.name.scope.manifest)]), say('Thanks.'))
    const device = emulator.device(skill, { speaker: ben })
    await device.open()
    device.speaker = cleo
    const { request } = await device.answerConsent('accept')
    expect(request?.context.System.person).toEqual({ personId: cleo.personId })
    expect([ben.granted.size, cleo.granted.size]).toEqual([0, 1])
  })
})

describe('a connection for consent fails and grants nothing,', () => {
  it('with the status 403 if no speaker was recognized', async () => {
    const emulator = await started()
    const { skill, events } = script(
      ask([person(fields.name.scope.manifest), account(fields.email.scope.manifest)]),
      say('Never mind.'),
    )
    const device = emulator.device(skill)
    await device.open()
    expect(await device.answerConsent('accept')).toMatchObject({ speech: 'Never mind.' })
    expect(events[1]?.request).toMatchObject({
      cause: { status: { code: '403', message: expect.any(String) }, result: { version: '2' } },
    })
    expect(emulator.customer.granted.size).toBe(0)
  })

  it('with the status 403 if the manifest does not declare alexa::person_id:read', async () => {
    const emulator = await started({ skill: { declaredScopes: [fields.name.scope.manifest] } })
    const { skill, events } = script(ask([person(fields.name.scope.manifest)]), say('Never mind.'))
    const device = emulator.device(skill, { speaker: emulator.customer.addSpeaker() })
    await device.open()
    await device.answerConsent('accept')
    expect(events[1]?.request).toMatchObject({ cause: { status: { code: '403' } } })
  })

  it.each(['accept', 'deny'] as const)(
    'with the status 400 if the manifest lacks a scope, even for %s',
    async (answer) => {
      const emulator = await started({ skill: { declaredScopes: [fields.email.scope.manifest] } })
      const { skill, events } = script(
        ask([account(fields.email.scope.manifest), account(fields.name.scope.manifest)]),
        say('Never mind.'),
      )
      const device = emulator.device(skill)
      expect(await device.open()).toMatchObject({ violations: [], consentRequest: {} })
      await device.answerConsent(answer)
      expect(events[1]?.request).toMatchObject({ cause: { status: { code: '400' }, result: { version: '2' } } })
      expect(emulator.customer.granted.size).toBe(0)
    },
  )
})

describe('answerConsent() throws', () => {
  it('unless the last turn asked for consent', async () => {
    const emulator = await started()
    const { skill } = script(say('Hello.'), ask([account(fields.email.scope.manifest)]), say('Thanks.'))
    const device = emulator.device(skill)
    const refused = { code: 'consent-not-pending' }
    await expect(device.answerConsent('accept')).rejects.toMatchObject(refused)
    await device.open()
    await expect(device.answerConsent('accept')).rejects.toMatchObject(refused)
    await device.intent('BookTableIntent')
    await expect(device.answerConsent('perhaps' as never)).rejects.toMatchObject({ code: 'option-invalid' })
    await device.answerConsent('deny')
    await expect(device.answerConsent('accept')).rejects.toMatchObject(refused)
    expect(emulator.customer.granted.size).toBe(0)
  })

  it.each(['open', 'intent', 'end'] as const)('after the customer has said something else: %s', async (act) => {
    const emulator = await started()
    const { skill, events } = script(ask([account(fields.email.scope.manifest)]), say('Well.'))
    const device = emulator.device(skill)
    await device.open()
    await (act === 'intent' ? device.intent('OtherIntent') : device[act]())
    expect(events[1]?.session.sessionId === events[0]?.session.sessionId).toBe(act !== 'open')
    await expect(device.answerConsent('accept')).rejects.toMatchObject({ code: 'consent-not-pending' })
  })
})
