import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const speakerKnown: ConformanceCase = {
  behaviour: "reads the recognized speaker's own value",
  async run(start) {
    const { emulator, device } = await start()
    const ben = emulator.customer.addSpeaker({ givenName: 'Ben' })
    ben.grantAll()
    device.speaker = ben

    expect((await device.intent('RequireSpeakerIntent')).speech).toBe('Hello Ben.')
  },
}

export const speakerUnknown: ConformanceCase = {
  behaviour: 'says that the speaker is unknown, and sends no request, if Alexa does not recognize the speaker',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()

    const turn = await device.intent('RequireSpeakerIntent')

    expect(turn.violations).toEqual([])
    expect(turn.speech).toContain("I didn't recognize your voice")
    expect(emulator.requests).toEqual([])
  },
}

export const speakerAsked: ConformanceCase = {
  behaviour: "asks the speaker for the speaker's own consent",
  async run(start) {
    const { emulator, device } = await start()
    const ben = emulator.customer.addSpeaker({ givenName: 'Ben' })
    device.speaker = ben

    const asked = await device.intent('RequireSpeakerIntent')
    expect(asked.violations).toEqual([])
    expect(asked.consentRequest?.permissions).toEqual([
      { permissionScope: 'alexa::profile:given_name:read', consentLevel: 'PERSON' },
    ])

    expect((await device.answerConsent('accept')).speech).toBe('Hello Ben.')
    expect([...ben.granted]).toEqual(['alexa::profile:given_name:read'])
    expect([...emulator.customer.granted]).toEqual([])
  },
}
