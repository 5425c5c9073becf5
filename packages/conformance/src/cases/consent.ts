import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const notGranted: ConformanceCase = {
  behaviour: 'asks with one card for the required fields that are not granted, and no others',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grant('givenName')

    const turn = await device.intent('RequireIntent')

    expect(turn.violations).toEqual([])
    expect(turn.card).toEqual({ type: 'AskForPermissionsConsent', permissions: ['alexa::profile:email:read'] })
    expect(turn.speech).toContain('To book your table, Table Talk needs your permission to use your email address.')
    expect(turn.sessionOpen).toBe(false)
  },
}

export const grantedInTheApp: ConformanceCase = {
  behaviour: 'goes on in the next turn after the customer has granted the card',
  async run(start) {
    const { emulator, device } = await start()

    await device.intent('RequireIntent')
    const [card] = emulator.customer.cards
    expect(card?.permissions).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])
    card?.grant()

    expect((await device.intent('RequireIntent')).speech).toBe('Booked for Ann, ann@example.com, none.')
  },
}

export const revoked: ConformanceCase = {
  behaviour: 'keeps no value after the customer has revoked the permission',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()
    await device.intent('RequireIntent')
    emulator.customer.revoke('email')

    expect((await device.intent('RequireIntent')).card?.permissions).toEqual(['alexa::profile:email:read'])
  },
}

export const undeclared: ConformanceCase = {
  behaviour: 'apologizes without a card if the manifest does not declare a scope',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()
    emulator.declare(['alexa::profile:given_name:read'])

    const turn = await device.intent('RequireIntent')

    expect(turn.violations).toEqual([])
    expect(turn.card).toBeUndefined()
    expect(turn.speech).toContain("there's a problem with Table Talk")
  },
}

export const undeclaredCard: ConformanceCase = {
  behaviour: 'rejects a card for a scope that the option declaredScopes lacks',
  async run(start) {
    const { device } = await start({ client: { declaredScopes: ['alexa::profile:given_name:read'] } })

    expect((await device.intent('RequireIntent')).speech).toBe('Error scope-not-declared.')
  },
}

export const outsideSession: ConformanceCase = {
  behaviour: 'acknowledges a request without a session, never with a card',
  async run(start) {
    const { emulator, skill } = await start()
    const intent = { name: 'RequireIntent', confirmationStatus: 'NONE' as const, slots: {} }
    const envelope = emulator.envelope({ session: false, request: { type: 'IntentRequest', intent } })

    expect(await skill(envelope as never, {} as never)).toMatchObject({ version: '1.0', response: {} })
    const { response } = (await skill(envelope as never, {} as never)) as { response: object }
    expect(response).not.toHaveProperty('card')
    expect(response).not.toHaveProperty('outputSpeech')
  },
}
