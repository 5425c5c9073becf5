import { describe, expect, it } from 'vitest'
import type { LaunchRequest, RequestEnvelope } from '../src/index.js'
import { pizzaModel } from './pizza-model.js'
import { say, script } from './scripted-skill.js'
import { started } from './started.js'

describe('a device', () => {
  it.each([
    ['echo', ['AudioPlayer'], ['AudioPlayer', 'System']],
    [
      'echo-show',
      ['Alexa.Presentation.APL', 'AudioPlayer', 'VideoApp'],
      ['AudioPlayer', 'Viewport', 'Viewports', 'System'],
    ],
    [
      'phone',
      ['Alexa.Presentation.APL', 'AudioPlayer', 'Geolocation'],
      ['AudioPlayer', 'Viewport', 'Viewports', 'System'],
    ],
  ] as const)('of the kind %s names its interfaces', async (kind, interfaces, context) => {
    const emulator = await started()
    const { request } = await emulator.device(() => say('Hello.'), { kind }).open()
    expect(Object.keys(request?.context.System.device.supportedInterfaces ?? {})).toEqual(interfaces)
    expect(Object.keys(request?.context ?? {})).toEqual(context)
  })

  it('of the kind echo-show has the viewport of a real device', async () => {
    const emulator = await started()
    const { request } = await emulator.device(() => say('Hello.'), { kind: 'echo-show' }).open()
    expect(request?.context.Viewport).toEqual({
      experiences: [{ arcMinuteWidth: 246, arcMinuteHeight: 144, canRotate: false, canResize: false }],
      shape: 'RECTANGLE',
      pixelWidth: 1024,
      pixelHeight: 600,
      dpi: 160,
      currentPixelWidth: 1024,
      currentPixelHeight: 600,
      touch: ['SINGLE'],
      video: { codecs: ['H_264_42', 'H_264_41'] },
    })
  })

  it('sends the same members as a real device', async () => {
    const skill = { skillId: 'amzn1.ask.skill.pizza', interactionModels: { 'en-US': pizzaModel } }
    const emulator = await started({ skill })
    emulator.customer.grant('email')
    const speaker = emulator.customer.addSpeaker()
    const device = emulator.device(() => say('Fine.'), { kind: 'echo-show', speaker })
    await device.open()
    const { request: envelope } = await device.intent('OrderIntent', { size: 'large' })
    const apiAccessToken = envelope?.context.System.apiAccessToken
    const application = { applicationId: 'amzn1.ask.skill.pizza' }
    const user = { userId: emulator.customer.userId, permissions: { consentToken: apiAccessToken } }
    const resolutions = {
      resolutionsPerAuthority: [
        {
          authority: 'amzn1.er-authority.echo-sdk.amzn1.ask.skill.pizza.SIZE',
          status: { code: 'ER_SUCCESS_MATCH' },
          values: [{ value: { name: 'large', id: 'L' } }],
        },
      ],
    }
    expect(envelope).toEqual({
      version: '1.0',
      session: {
        new: false,
        sessionId: expect.stringMatching(/^amzn1\.echo-api\.session\.[0-9a-f-]{36}$/),
        application,
        attributes: {},
        user,
      },
      context: {
        AudioPlayer: { playerActivity: 'IDLE' },
        Viewport: expect.objectContaining({ shape: 'RECTANGLE' }),
        Viewports: [expect.objectContaining({ type: 'APL', id: 'main' })],
        System: {
          application,
          user,
          person: { personId: speaker.personId },
          device: {
            deviceId: emulator.customer.deviceId,
            supportedInterfaces: {
              'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } },
              AudioPlayer: {},
              VideoApp: {},
            },
          },
          apiEndpoint: emulator.url,
          apiAccessToken: expect.stringMatching(/^.{20,}$/),
        },
      },
      request: {
        type: 'IntentRequest',
        requestId: expect.stringMatching(/^amzn1\.echo-api\.request\.[0-9a-f-]{36}$/),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        locale: 'en-US',
        intent: {
          name: 'OrderIntent',
          confirmationStatus: 'NONE',
          slots: {
            size: {
              name: 'size',
              value: 'large',
              resolutions,
              confirmationStatus: 'NONE',
              source: 'USER',
              slotValue: { type: 'Simple', value: 'large', resolutions },
            },
            toppings: { name: 'toppings', confirmationStatus: 'NONE' },
            time: { name: 'time', confirmationStatus: 'NONE' },
          },
        },
      },
    })
  })

  it('can have interfaces and context from the test', async () => {
    const emulator = await started()
    const Geolocation = { timestamp: '2026-11-28T12:00:00Z', coordinate: { latitudeInDegrees: 52 } }
    const { request } = await emulator
      .device(() => say('Hello.'), { supportedInterfaces: { Navigation: {} }, context: { Geolocation } })
      .open()
    expect(request?.context.System.device.supportedInterfaces).toEqual({ Navigation: {} })
    expect(request?.context).toMatchObject({ Geolocation, AudioPlayer: { playerActivity: 'IDLE' } })
  })

  it('has the time from the test', async () => {
    const emulator = await started()
    const now = () => new Date('2026-12-24T18:30:00.123Z')
    const { request } = await emulator.device(() => say('Hello.'), { now }).open()
    expect(request?.request.timestamp).toBe('2026-12-24T18:30:00Z')
  })
})

describe('user.permissions', () => {
  it('is present once anything is granted, in context and session, with the access token', async () => {
    const emulator = await started()
    const { skill, events } = script(say('1'), say('2'), say('3'))
    const device = emulator.device(skill)
    await device.open()
    emulator.customer.grant('email')
    await device.open()
    emulator.customer.revokeAll()
    await device.open()
    expect(events.map(({ context: { System } }) => 'permissions' in (System.user as object))).toEqual([
      false,
      true,
      false,
    ])
    const [, granted] = events
    const permissions = { consentToken: granted?.context.System.apiAccessToken }
    expect(granted).toMatchObject({
      context: { System: { user: { permissions } } },
      session: { user: { permissions } },
    })
  })

  it('is present if only the speaker has granted something', async () => {
    const emulator = await started()
    const speaker = emulator.customer.addSpeaker()
    speaker.grant('givenName')
    const [asSpeaker, asNobody] = [emulator.envelope({ speaker }), emulator.envelope()]
    expect(asSpeaker.context.System.user).toHaveProperty('permissions')
    expect(asNobody.context.System.user).not.toHaveProperty('permissions')
  })
})

describe("the permission for the device's location", () => {
  const geolocation = 'alexa::devices:all:geolocation:read'
  const scopesOf = ({ context, session }: RequestEnvelope<LaunchRequest>) => [
    context.System.user.permissions?.scopes,
    session?.user.permissions?.scopes,
  ]

  it('has its state in each request to a skill that declares it', async () => {
    const emulator = await started({ skill: { declaredScopes: [geolocation] } })
    const denied = { [geolocation]: { status: 'DENIED' } }
    const granted = { [geolocation]: { status: 'GRANTED' } }
    expect(emulator.envelope().context.System.user.permissions).toEqual({ scopes: denied })
    emulator.customer.grant(geolocation)
    expect(scopesOf(emulator.envelope())).toEqual([granted, granted])
    expect(emulator.envelope().context.System.user.permissions).toHaveProperty('consentToken')
    emulator.customer.revokeAll()
    expect(scopesOf(emulator.envelope())).toEqual([denied, denied])
  })

  it('is absent in requests to other skills', async () => {
    const emulator = await started({ skill: { declaredScopes: ['alexa::profile:email:read'] } })
    emulator.customer.grant('email')
    expect(scopesOf(emulator.envelope())).toEqual([undefined, undefined])
  })
})

describe('a linked account', () => {
  it('adds its access token to requests, until it is unlinked or the skill is disabled', async () => {
    const { customer, ...emulator } = await started()
    const tokens = () => {
      const { context, session } = emulator.envelope()
      return [context.System.user.accessToken, session?.user.accessToken]
    }
    expect(tokens()).toEqual([undefined, undefined])
    customer.linkAccount('token-of-ann')
    expect(tokens()).toEqual(['token-of-ann', 'token-of-ann'])
    customer.unlinkAccount()
    expect(tokens()).toEqual([undefined, undefined])
    customer.linkAccount('token-of-ann')
    customer.disableSkill()
    expect(() => customer.linkAccount('another')).toThrow(expect.objectContaining({ code: 'skill-disabled' }))
    customer.enableSkill()
    expect(tokens()).toEqual([undefined, undefined])
    expect(() => customer.linkAccount('')).toThrow(expect.objectContaining({ code: 'option-invalid' }))
  })
})

describe('a launch', () => {
  it('can have a task', async () => {
    const emulator = await started()
    const { skill, events } = script(say('Booked.'))
    const task = { name: 'amzn1.ask.skill.table-talk.BookTable', version: '1', input: { people: 4 } }
    await emulator.device(skill).open({ task })
    expect(events[0]?.request).toMatchObject({ type: 'LaunchRequest', shouldLinkResultBeReturned: false, task })
  })

  it('throws for a task that Alexa would not send', async () => {
    const emulator = await started()
    const device = emulator.device(() => say('Hello.'))
    const launches: [object, string][] = [
      [{ task: { name: 'AMAZON.PrintPDF' } }, 'option-invalid'],
      [{ task: 'AMAZON.PrintPDF' }, 'option-invalid'],
      [{ task: { name: 'AMAZON.PrintPDF', version: '1', input: 'x' } }, 'option-invalid'],
      [{ task: { nmae: 'AMAZON.PrintPDF', version: '1' } }, 'option-unknown'],
      [{ taks: {} }, 'option-unknown'],
    ]
    for (const [options, code] of launches) await expect(device.open(options)).rejects.toMatchObject({ code })
  })
})
