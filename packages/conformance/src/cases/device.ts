import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const bothKinds: ConformanceCase = {
  behaviour: 'goes on with values of the account and the device',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()

    const turn = await device.intent('RequireDeviceIntent')

    expect(turn.violations).toEqual([])
    expect(turn.speech).toBe('For ann@example.com in Seattle, America/Los_Angeles.')
    expect(emulator.requests.map(({ field, status }) => [field, status]).sort()).toEqual([
      ['address', 200],
      ['email', 200],
      ['timeZone', 200],
    ])
  },
}

export const deviceAsked: ConformanceCase = {
  behaviour: 'asks with one card for all missing permissions if Alexa cannot ask for some of them by voice',
  async run(start) {
    const { emulator, device } = await start()

    const turn = await device.intent('RequireDeviceIntent')
    expect(turn.violations).toEqual([])
    expect(turn.consentRequest).toBeUndefined()
    expect(turn.card?.permissions).toEqual(['alexa::profile:email:read', 'read::alexa:device:all:address'])
    expect(turn.speech).toContain(
      'To deliver your order, Table Talk needs your permission to use your email address and',
    )
    emulator.customer.cards[0]?.grant()

    const { speech } = await device.intent('RequireDeviceIntent')
    expect(speech).toBe('For ann@example.com in Seattle, America/Los_Angeles.')
  },
}

export const addressNotSet: ConformanceCase = {
  behaviour: "says that an address is missing in the device's settings, without a card",
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()
    emulator.customer.clear('address')

    const turn = await device.intent('RequireDeviceIntent')

    expect(turn.violations).toEqual([])
    expect(turn.card).toBeUndefined()
    expect(turn.speech).toContain("Please add what's missing in the Alexa app, in this device's settings")
  },
}

export const deviceOptional: ConformanceCase = {
  behaviour: 'goes on without an optional setting of the device, for every status',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()
    emulator.customer.clear('timeZone')
    expect((await device.intent('RequireDeviceIntent')).speech).toBe('For ann@example.com in Seattle, none.')

    emulator.situation('server-error', { fields: ['timeZone'] })
    expect((await device.intent('RequireDeviceIntent')).speech).toBe('For ann@example.com in Seattle, none.')
  },
}

export const deadTokenOfAddress: ConformanceCase = {
  behaviour: "does not mistake the address API's 403 for an expired token for missing consent",
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()
    emulator.situation('token-invalid', { fields: ['address'] })

    const turn = await device.intent('RequireDeviceIntent')

    expect(emulator.requests.filter(({ field }) => field === 'address').map(({ status }) => status)).toEqual([403])
    expect(turn.card).toBeUndefined()
    expect(turn.speech).toContain('Please try again')
  },
}

export const deviceUnknown: ConformanceCase = {
  behaviour: 'says that it cannot go on, without a card, if the request names no device',
  async run(start) {
    const { emulator, skill } = await start()
    emulator.customer.grantAll()
    const intent = { name: 'RequireDeviceIntent', confirmationStatus: 'NONE' as const, slots: {} }
    const { context, ...envelope } = emulator.envelope({ request: { type: 'IntentRequest', intent } })
    const { device: _, ...System } = context.System

    const { response } = (await skill({ ...envelope, context: { System } } as never, {} as never)) as {
      response: { outputSpeech?: { ssml?: string } }
    }

    expect(response.outputSpeech?.ssml).toContain("without your address I can't deliver your order")
    expect(response).not.toHaveProperty('card')
    expect(emulator.requests.map(({ field }) => field)).toEqual(['email'])
  },
}

export const speakerAndDevice: ConformanceCase = {
  behaviour: "asks by voice for the speaker's consent and for the account's in one question",
  async run(start) {
    const { emulator, device } = await start()
    const ben = emulator.customer.addSpeaker({ givenName: 'Ben' })
    device.speaker = ben

    const asked = await device.intent('RequireSpeakerAndDeviceIntent')
    expect(asked.violations).toEqual([])
    expect(asked.consentRequest?.permissions).toEqual([
      { permissionScope: 'alexa::profile:given_name:read', consentLevel: 'PERSON' },
      { permissionScope: 'alexa:devices:all:address:country_and_postal_code:read', consentLevel: 'ACCOUNT' },
    ])

    expect((await device.answerConsent('accept')).speech).toBe('Hello Ben in 98109.')
    expect([...ben.granted]).toEqual(['alexa::profile:given_name:read'])
    expect([...emulator.customer.granted]).toEqual(['alexa:devices:all:address:country_and_postal_code:read'])
  },
}
