import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

/** Decisions of the skill: whether to ask, and what to do without consent. */

export const withoutConsent: ConformanceCase = {
  behaviour: 'lets a skill go on without consent, also later in a session in which the customer declined',
  async run(start) {
    const { emulator, device } = await start()
    const say = () => device.intent('GoOnWithoutIntent', { date: '2026-12-24' })

    await say()
    expect((await device.answerConsent('deny')).speech).toBe('On 2026-12-24 without email: declined.')
    emulator.clearRequests()
    const later = await say()
    expect(later.violations).toEqual([])
    expect([later.card, later.consentRequest]).toEqual([undefined, undefined])
    expect(later.speech).toBe('On 2026-12-24 without email: declined.')
    expect(emulator.requests).toHaveLength(1)

    await device.end()
    await say()
    expect((await device.answerConsent('redirect')).speech).toBe('On 2026-12-24 without email: redirected-to-app.')
    expect((await say()).consentRequest).toBeDefined()
  },
}

export const notToAsk: ConformanceCase = {
  behaviour: 'does not ask if shouldAsk returns false, and passes the missing fields to it',
  async run(start) {
    const asked: unknown[] = []
    const shouldAsk = async (intent: string | undefined, { fields }: { fields: readonly string[] }) => {
      asked.push([intent, fields])
      return false
    }
    const { device } = await start({ client: { shouldAsk } })

    const turn = await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })

    expect(turn.violations).toEqual([])
    expect([turn.card, turn.consentRequest]).toEqual([undefined, undefined])
    expect(turn.speech).toBe("Sorry, without your first name and email address I can't book your table.")
    expect(asked).toEqual([['RequireByVoiceIntent', ['givenName', 'email']]])
  },
}

export const notToAskForLess: ConformanceCase = {
  behaviour: 'calls declined if shouldAsk returns false, and calls shouldAsk once',
  async run(start) {
    let calls = 0
    const shouldAsk = () => {
      calls += 1
      return false
    }
    const { device } = await start({ client: { shouldAsk } })

    const turn = await device.intent('GoOnWithoutIntent', { date: '2026-12-24' })

    expect(turn.speech).toBe('On 2026-12-24 without email: declined.')
    expect(calls).toBe(1)
  },
}

export const askedOnce: ConformanceCase = {
  behaviour: 'does not call shouldAsk in a session in which the customer has declined',
  async run(start) {
    let calls = 0
    const shouldAsk = () => {
      calls += 1
      return true
    }
    const { device } = await start({ client: { shouldAsk } })

    await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })
    await device.answerConsent('deny')
    await device.intent('RequireByVoiceIntent', { date: '2026-12-24' })

    expect(calls).toBe(1)
  },
}

export const otherwise: ConformanceCase = {
  behaviour: 'passes every decision except proceed to otherwise, which can send the usual response',
  async run(start) {
    const { emulator, device } = await start({ client: { maxRetries: 0 } })

    const asked = await device.intent('OtherwiseIntent')
    expect(asked.violations).toEqual([])
    expect(asked.consentRequest?.permissions).toEqual([
      { permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' },
    ])
    expect((await device.answerConsent('accept')).speech).toBe('Mailed ann@example.com.')
    emulator.situation('throttled')
    expect((await device.intent('OtherwiseIntent')).speech).toBe('Instead: try-later.')
  },
}

export const unheard: ConformanceCase = {
  behaviour: 'calls otherwise when a session ends, and the usual response has no speech and no card',
  async run(start) {
    let calls = 0
    const shouldAsk = () => {
      calls += 1
      return true
    }
    const { emulator, skill, heard } = await start({ client: { shouldAsk } })
    const request = { type: 'SessionEndedRequest', reason: 'USER_INITIATED' }

    const envelope = await skill(emulator.envelope({ request }) as never, {} as never)

    const { response } = envelope as { response: object }
    expect(heard).toEqual(['ended: ask-for-consent'])
    expect(calls).toBe(0)
    for (const name of ['outputSpeech', 'reprompt', 'card', 'directives']) expect(response).not.toHaveProperty(name)
  },
}
