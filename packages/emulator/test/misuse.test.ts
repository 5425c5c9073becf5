import { fields } from '@alexa-profile/core'
import { describe, expect, it } from 'vitest'
import { EmulatorError, isEmulatorError, startEmulator } from '../src/index.js'
import { call, emailPath } from './call.js'
import { started } from './started.js'

const skill = () => ({ version: '1.0', response: { shouldEndSession: false } })

describe('a mistake in a call', () => {
  it.each([
    ['option-invalid', { port: 70_000 }],
    ['option-invalid', { port: 1.5 }],
    ['option-invalid', { skillTimeoutMs: -1 }],
    ['option-invalid', { skillTimeoutMs: 2 ** 31 }],
    ['option-invalid', { skillTimeoutMs: Number.NaN }],
    ['option-invalid', { eventRetryDelayMs: -1 }],
    ['option-invalid', { skill: { skillId: '' } }],
    ['option-invalid', { skill: { declaredScopes: 'alexa::profile:email:read' as never } }],
    ['scope-unknown', { skill: { declaredScopes: ['email'] } }],
    ['scope-unknown', { skill: { declaredScopes: ['alexa::profile:birthday:read'] } }],
    ['scope-unknown', { skill: { declaredScopes: ['read::alexa:device:all:address'] } }],
    ['option-invalid', { skill: { interactionModels: [] as never } }],
    ['option-invalid', { skill: { interactionModels: { en: {} } } }],
    ['option-unknown', { prot: 1 } as never],
    ['option-unknown', { skill: { skilId: 'amzn1.ask.skill.x' } as never }],
    ['option-invalid', { skill: 'amzn1.ask.skill.x' as never }],
    ['option-invalid', { customer: { mobileNumber: '+1 206' as never } }],
    ['field-unknown', { customer: { age: '42' } as never }],
  ] as const)('throws %s when started with %j', async (code, options) => {
    await expect(startEmulator(options)).rejects.toMatchObject({ name: 'EmulatorError', code })
  })

  it('suggests the nearest name', async () => {
    const emulator = await started()
    const messages = [
      startEmulator({ skil: {} } as never),
      startEmulator({ skill: { declaredScopes: ['alexa::profile:emial:read'] } }),
      startEmulator({ skill: { declaredScopes: ['read::alexa:device:all:address'] } }),
      (async () => emulator.declare(['alexa::profile:name:raed']))(),
      (async () => emulator.device(skill, { local: 'de-DE' } as never))(),
      (async () => emulator.device(skill, { kind: 'echo-shwo' as never }))(),
      (async () => emulator.situation('throtled' as never))(),
      (async () => emulator.customer.grant('alexa::profile:emial:read'))(),
    ].map((act) => act.then(String, (error: unknown) => String(error)))
    expect(await Promise.all(messages)).toEqual([
      expect.stringContaining(
        'startEmulator: Unknown option "skil". Did you mean "skill"? Known options: port, https,',
      ),
      expect.stringContaining('Did you mean "alexa::profile:email:read"?'),
      expect.stringContaining('Write "alexa::devices:all:address:full:read", as the manifest does.'),
      expect.stringContaining('Did you mean "alexa::profile:name:read"?'),
      expect.stringContaining('Did you mean "locale"?'),
      expect.stringContaining('Did you mean "echo-show"?'),
      expect.stringContaining('Did you mean "throttled"?'),
      expect.stringContaining('Did you mean "alexa::profile:email:read"?'),
    ])
  })

  it('throws port-unavailable if the port is in use', async () => {
    const { url } = await started()
    const error: unknown = await startEmulator({ port: Number(new URL(url).port) }).catch((reason) => reason)
    expect(error).toMatchObject({ code: 'port-unavailable', cause: { code: 'EADDRINUSE' } })
  })

  it('for situations', async () => {
    const emulator = await started()
    const thrown = (...args: Parameters<typeof emulator.situation>) => codeOf(() => emulator.situation(...args))
    expect(thrown('sleepy' as never)).toBe('situation-unknown')
    expect(thrown('toString' as never)).toBe('situation-unknown')
    expect(thrown('slow', { fields: ['age' as never] })).toBe('field-unknown')
    expect(thrown('slow', { requests: 0 })).toBe('option-invalid')
    expect(thrown('slow', { delayMs: -1 })).toBe('option-invalid')
    expect(thrown('slow', { level: 'household' as never })).toBe('option-invalid')
    expect(thrown('slow', { retryAfter: 1 })).toBe('option-invalid')
    expect(codeOf(() => emulator.situation('events-twice', { delayMs: 1 }))).toBe('option-invalid')
    expect(codeOf(() => emulator.situation('events-late', { delayMs: -1 }))).toBe('option-invalid')
    expect(thrown('slow', { delay: 1 } as never)).toBe('option-unknown')
    expect(codeOf(() => emulator.situation('events-late', { delay: 1 } as never))).toBe('option-unknown')
  })

  it('for data and consent', async () => {
    const { customer } = await started({ skill: { declaredScopes: ['alexa::devices:all:address:full:read'] } })
    const speaker = customer.addSpeaker()
    expect(codeOf(() => customer.set({ age: '42' } as never))).toBe('field-unknown')
    expect(codeOf(() => customer.set({ email: 1 as never }))).toBe('option-invalid')
    expect(codeOf(() => customer.clear('age' as never))).toBe('field-unknown')
    expect(codeOf(() => customer.grant('age' as never))).toBe('field-unknown')
    expect(codeOf(() => customer.grant('alexa::profile:emial:read'))).toBe('field-unknown')
    expect(codeOf(() => customer.grant('alexa::devices:all:address:full:read'))).toBeUndefined()
    expect(codeOf(() => speaker.set({ email: 'ben@example.com' } as never))).toBe('field-unknown')
    expect(codeOf(() => speaker.grant('email' as never))).toBe('field-unknown')
    expect(codeOf(() => speaker.grant(fields.email.scope.manifest))).toBe('field-unknown')
  })

  it('leaves data and consent unchanged', async () => {
    const { customer } = await started()
    expect(codeOf(() => customer.set({ name: 'New', email: 1 as never }))).toBe('option-invalid')
    expect(customer.data.name).toBe('Ann Example')
    expect(codeOf(() => customer.grant('name', 'age' as never))).toBe('field-unknown')
    expect(customer.granted.size).toBe(0)
  })

  it('for devices and envelopes', async () => {
    const [emulator, other] = [await started(), await started()]
    const bob = emulator.addCustomer()
    const speaker = bob.addSpeaker()
    expect(codeOf(() => emulator.device('not a url'))).toBe('option-invalid')
    expect(codeOf(() => emulator.device('file:///skill.js'))).toBe('option-invalid')
    expect(codeOf(() => emulator.device(undefined as never))).toBe('option-invalid')
    expect(codeOf(() => emulator.subscribe('not a url'))).toBe('option-invalid')
    expect(codeOf(() => emulator.device(skill, { kind: 'toaster' as never }))).toBe('option-invalid')
    for (const locale of ['german', 'de', 'de_DE', 'DE-de', '']) {
      expect(
        codeOf(() => emulator.device(skill, { locale })),
        locale,
      ).toBe('option-invalid')
    }
    for (const wrong of [
      { now: new Date() },
      { context: { System: {} } },
      { context: [] },
      { supportedInterfaces: 1 },
    ]) {
      expect(codeOf(() => emulator.device(skill, wrong as never))).toBe('option-invalid')
    }
    expect(codeOf(() => emulator.device(skill, { local: 'de-DE' } as never))).toBe('option-unknown')
    expect(codeOf(() => emulator.envelope({ sesion: false } as never))).toBe('option-unknown')
    expect(codeOf(() => emulator.eventEnvelope('AlexaSkillEvent.SkillEnabled', { session: false } as never))).toBe(
      'option-unknown',
    )
    expect(codeOf(() => emulator.envelope({ customer: other.customer }))).toBe('option-invalid')
    expect(codeOf(() => emulator.envelope({ customer: emulator.customer, speaker }))).toBe('option-invalid')
    const device = emulator.device(skill)
    expect(() => {
      device.speaker = speaker
    }).toThrow(EmulatorError)
    expect(() => {
      device.locale = 'german'
    }).toThrow('locale must be a language and a country, such as en-US.')
    await expect(device.intent('')).rejects.toMatchObject({ code: 'option-invalid' })
    await expect(device.intent('BookIntent', { partySize: 4 as never })).rejects.toMatchObject({
      code: 'option-invalid',
    })
  })

  it('throws emulator-closed after the emulator was closed', async () => {
    const emulator = await startEmulator()
    const device = emulator.device(skill)
    await emulator.close()
    await emulator.close()
    const uses = [
      () => emulator.envelope(),
      () => emulator.device(skill),
      () => emulator.addCustomer(),
      () => emulator.declare([]),
      () => emulator.situation('slow'),
      () => emulator.situation('events-twice'),
      () => emulator.eventEnvelope('AlexaSkillEvent.SkillEnabled'),
      () => emulator.subscribe(skill),
    ]
    expect(uses.map(codeOf)).toEqual(uses.map(() => 'emulator-closed'))
    await expect(device.open()).rejects.toMatchObject({ code: 'emulator-closed' })
  })

  it('throws an error that isEmulatorError recognizes', () => {
    const error = new EmulatorError('field-unknown', 'Got "age".')
    expect([isEmulatorError(error), isEmulatorError(error, 'field-unknown')]).toEqual([true, true])
    expect([isEmulatorError(error, 'option-invalid'), isEmulatorError(new Error('x')), isEmulatorError(null)]).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('closing', () => {
  it.each([{ https: false }, { https: true }])(
    'closes connections that hang in a situation, with %j',
    async (options) => {
      const emulator = await startEmulator(options)
      emulator.situation('silent', { requests: 1 })
      emulator.situation('endless-body', { requests: 1 })
      emulator.situation('slow', { delayMs: 60_000 })
      const hanging = [call(emulator, emailPath), call(emulator, emailPath), call(emulator, emailPath)]
      const ended = Promise.allSettled(hanging)
      await expect.poll(() => emulator.requests.length).toBe(3)
      await emulator.close()
      expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    },
  )
})

function codeOf(act: () => unknown): string | undefined {
  try {
    act()
  } catch (error) {
    if (isEmulatorError(error)) return error.code
    throw error
  }
  return undefined
}
