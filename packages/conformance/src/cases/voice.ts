import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const accepted: ConformanceCase = {
  behaviour: 'asks by voice, and goes on with the original intent and slots when the customer says yes',
  async run(start) {
    const { emulator, device } = await start()

    const asked = await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })
    expect(asked.violations).toEqual([])
    expect(asked.card).toBeUndefined()
    expect(asked.speech).toBe('To book your table, Table Talk needs your first name and email address.')
    expect(asked.consentRequest?.permissions).toEqual([
      { permissionScope: 'alexa::profile:given_name:read', consentLevel: 'ACCOUNT' },
      { permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' },
    ])
    // The first request's token has expired: only the request with the consent answer can read.
    emulator.expireTokens()

    const resumed = await device.answerConsent('accept')
    expect(resumed.violations).toEqual([])
    expect(resumed.speech).toBe('Booked for Ann on 2026-12-24.')
  },
}

const slot = (name: string, type: string) => ({ name, type })
const slots = [slot('date', 'AMAZON.DATE'), slot('partySize', 'AMAZON.NUMBER')]
const dialogSlots = slots.map((slot) => ({ ...slot, elicitationRequired: true, confirmationRequired: false }))
const name = 'RequireByVoiceIntent'
const dialogModel = {
  interactionModel: {
    languageModel: { invocationName: 'table talk', intents: [{ name, samples: ['book a table on {date}'], slots }] },
    dialog: { delegationStrategy: 'SKILL_RESPONSE', intents: [{ name, slots: dialogSlots }] },
  },
}

export const inDialog: ConformanceCase = {
  behaviour: 'asks by voice in the middle of a dialog, and goes on with its state and slots',
  async run(start) {
    const { device } = await start({ emulator: { skill: { interactionModels: { 'en-US': dialogModel } } } })

    const asked = await device.say('book a table on december 24th 2026')
    expect(asked.consentRequest?.permissions).toHaveLength(2)

    const resumed = await device.say('yes')
    expect(resumed.violations).toEqual([])
    expect(resumed.speech).toBe('Booked for Ann on 2026-12-24. Dialog STARTED.')
  },
}

export const declined: ConformanceCase = {
  behaviour: 'says that it cannot go on if the customer says no, and reads nothing',
  async run(start) {
    const { emulator, device } = await start()
    for (const answer of ['deny', 'silence'] as const) {
      await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })
      emulator.clearRequests()

      const turn = await device.answerConsent(answer)

      expect(turn.violations).toEqual([])
      expect(turn.speech).toBe("Sorry, without your first name and email address I can't book your table.")
      expect([turn.card, turn.consentRequest]).toEqual([undefined, undefined])
      expect(emulator.requests).toEqual([])
      await device.end()
    }
  },
}

export const notTwice: ConformanceCase = {
  behaviour: 'does not ask again in a session in which the customer said no',
  async run(start) {
    const { device } = await start()
    await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })
    expect((await device.answerConsent('deny')).sessionOpen).toBe(true)

    const turn = await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })

    expect(turn.violations).toEqual([])
    expect([turn.card, turn.consentRequest]).toEqual([undefined, undefined])
    expect(turn.speech).toContain("I can't book your table")
  },
}

export const redirected: ConformanceCase = {
  behaviour: 'says where to go on if Alexa sends the customer to the app',
  async run(start) {
    const { device } = await start()
    await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })

    const turn = await device.answerConsent('redirect')

    expect(turn.violations).toEqual([])
    expect(turn.speech).toContain('Please open your Alexa app')
  },
}

export const notAsked: ConformanceCase = {
  behaviour: 'sends the card if Alexa cannot ask by voice',
  async run(start) {
    const { device } = await start()
    await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })

    const turn = await device.answerConsent('failure')

    expect(turn.violations).toEqual([])
    expect(turn.card?.permissions).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])
  },
}

export const withdrawn: ConformanceCase = {
  behaviour: 'asks by card once if a yes was not enough, and not again in the session',
  async run(start) {
    const { emulator, device } = await start()
    await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })
    emulator.situation('forbidden-empty')

    const turn = await device.answerConsent('accept')

    expect(turn.violations).toEqual([])
    expect(turn.consentRequest).toBeUndefined()
    expect(turn.card?.permissions).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])

    const later = await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })
    expect(later.violations).toEqual([])
    expect([later.card, later.consentRequest]).toEqual([undefined, undefined])
    expect(later.speech).toContain("I can't book your table")
  },
}

export const launched: ConformanceCase = {
  behaviour: 'goes on with a launch',
  async run(start) {
    const { device } = await start()

    expect((await device.open()).consentRequest?.permissions).toHaveLength(1)
    expect((await device.answerConsent('accept')).speech).toBe('Welcome, Ann.')
  },
}

export const sameFields: ConformanceCase = {
  behaviour: 'returns a consent answer to the handler that asked, and not to another handler with the same requirement',
  async run(start) {
    const { device } = await start()

    await device.intent('OtherwiseIntent')
    expect((await device.answerConsent('accept')).speech).toBe('Mailed ann@example.com.')
  },
}

export const otherFields: ConformanceCase = {
  behaviour: 'asks again after a consent answer for other fields, which the handler required before a deployment',
  async run(start) {
    const { emulator, device, skill } = await start()
    const asked = await device.intent('GoOnWithoutIntent', { date: '2026-12-24' })
    const cause = {
      type: 'ConnectionCompleted',
      token: String(asked.consentRequest?.token).replace('["email"]', '["name"]'),
      status: { code: '200', message: 'OK' },
      result: { status: 'REDIRECT_TO_APP' },
    }

    const envelope = emulator.envelope({ request: { type: 'SessionResumedRequest', cause } })
    const response = JSON.stringify(await skill(envelope as never, {} as never))

    expect(response).toContain('Connections.StartConnection')
    expect(response).not.toContain('without email')
  },
}

export const tooLong: ConformanceCase = {
  behaviour: 'asks by card when the intent is too long to wait for a yes',
  async run(start) {
    const { device } = await start()

    const turn = await device.intent('RequireByVoiceIntent', { date: 'x'.repeat(2100) })

    expect(turn.violations).toEqual([])
    expect(turn.consentRequest).toBeUndefined()
    expect(turn.card?.permissions).toHaveLength(2)
  },
}

export const notOurs: ConformanceCase = {
  behaviour: 'passes the resume of another skill connection to the skill',
  async run(start) {
    const { emulator, skill } = await start()
    const resume = (token: string) => {
      const cause = {
        type: 'ConnectionCompleted',
        token,
        status: { code: '200', message: 'OK' },
        result: { status: 'ACCEPTED' },
      }
      const envelope = emulator.envelope({ request: { type: 'SessionResumedRequest', cause } })
      return skill(envelope as never, {} as never)
    }

    for (const token of ['order-42', 'alexa-profile/1:{"handler":', `alexa-profile/1:${'x'.repeat(3000)}`]) {
      expect(JSON.stringify(await resume(token))).toContain('Not ours.')
    }
    expect(emulator.requests).toEqual([])
  },
}
