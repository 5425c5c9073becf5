import { describe, expect, it } from 'vitest'
import { say, script } from './scripted-skill.js'
import { started } from './started.js'

describe('replay', () => {
  it('goes back to that moment of the conversation, with a fresh id and token', async () => {
    const emulator = await started()
    const asked = { ...say('For how many?'), sessionAttributes: { asked: 'partySize' } }
    const { skill, events } = script(asked, say('Booked.'), say('Booked again.'), say('Anything else?'))
    const device = emulator.device(skill)
    await device.open()
    const booked = await device.intent('BookTableIntent', { partySize: '4' })
    const again = await device.replay(booked)
    expect(again.speech).toBe('Booked again.')
    const [, first, second] = events
    expect(second?.session).toEqual({ ...first?.session, attributes: { asked: 'partySize' } })
    expect(second?.request.intent).toEqual(first?.request.intent)
    expect(second?.request.requestId).not.toBe(first?.request.requestId)
    expect(second?.context.System.apiAccessToken).not.toBe(first?.context.System.apiAccessToken)
    await device.intent('AMAZON.YesIntent')
    expect(events[3]?.session.sessionId).toBe(first?.session.sessionId)
  })

  it('sends a consent answer again, and grants nothing', async () => {
    const emulator = await started()
    const input = { permissionScopes: [{ permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' }] }
    const question = { type: 'Connections.StartConnection', uri: 'connection://AMAZON.AskForPermissionsConsent/2' }
    const asking = {
      ...question,
      input: { '@type': 'AskForPermissionsConsentRequest', '@version': '2', ...input },
      token: 'mine',
    }
    const { skill, events } = script(say('May I?', { directives: [asking] }), say('Thanks.'), say('Thanks again.'))
    const device = emulator.device(skill)
    await device.open()
    const answered = await device.answerConsent('accept')
    emulator.customer.revokeAll()
    expect((await device.replay(answered)).speech).toBe('Thanks again.')
    expect(events[2]?.request).toMatchObject({ type: 'SessionResumedRequest', cause: { token: 'mine' } })
    expect(emulator.customer.granted.size).toBe(0)
  })
})

describe('a device', () => {
  it('continues the session with another skill and in another language', async () => {
    const emulator = await started()
    const [before, after] = [script(say('Hello.')), script(say('Hallo.'))]
    const device = emulator.device(before.skill)
    await device.open()
    device.skill = after.skill
    device.locale = 'de-DE'
    expect((await device.intent('BookTableIntent')).speech).toBe('Hallo.')
    expect(after.events[0]?.session.sessionId).toBe(before.events[0]?.session.sessionId)
    expect(after.events[0]?.request.locale).toBe('de-DE')
  })

  it('rejects a value that is not a skill', async () => {
    const device = (await started()).device(() => undefined)
    expect(() => {
      device.skill = 'skill.js'
    }).toThrow(/http\(s\) URL/)
  })
})

it('lists its customers, their speakers and the declared scopes', async () => {
  const emulator = await started()
  const speaker = emulator.customer.addSpeaker()
  const bob = emulator.addCustomer({ givenName: 'Bob' })
  emulator.declare(['alexa::profile:email:read'])
  expect(emulator.customers).toEqual([emulator.customer, bob])
  expect(emulator.customer.speakers).toEqual([speaker])
  expect(emulator.declaredScopes).toEqual(new Set(['alexa::profile:email:read']))
})
