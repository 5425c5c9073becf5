import type { SituationName } from '@alexa-profile/emulator'
import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const notSet: ConformanceCase = {
  behaviour: 'says which value is not set and where to add it, without a card',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()
    emulator.customer.clear('email')

    const turn = await device.intent('RequireIntent')

    expect(turn.violations).toEqual([])
    expect(turn.card).toBeUndefined()
    expect(turn.speech).toContain("your email address. Please add what's missing")
  },
}

/**
 * If the API fails in any way, the customer hears in time to try again later, without a card. A read that ignores the deadline is a violation:
 * the emulator waits 8 s.
 */
function triesLater(behaviour: string, situation: SituationName): ConformanceCase {
  return {
    behaviour,
    async run(start) {
      const { emulator, device } = await start({ client: { deadlineMs: 1000, attemptTimeoutMs: 20_000 } })
      emulator.customer.grantAll()
      emulator.situation(situation)

      const turn = await device.intent('RequireIntent')

      expect(turn.violations).toEqual([])
      expect(turn.card).toBeUndefined()
      expect(turn.speech).toContain('Please try again')
    },
  }
}

export const deadToken = triesLater(
  'asks the customer to try later if the token has expired, without a card',
  'token-invalid',
)
export const throttled = triesLater('asks the customer to try later if Alexa throttles the skill', 'throttled')
export const serverError = triesLater('asks the customer to try later if the API fails', 'server-error')
export const silent = triesLater('responds within the deadline if the API does not respond', 'silent')
export const endlessBody = triesLater('responds within the deadline if a body never ends', 'endless-body')
export const resetting = triesLater('asks the customer to try later if connections are lost', 'resetting')
export const malformed = triesLater('treats broken JSON as a failure', 'malformed')
export const wrongShape = triesLater('treats JSON with another shape as a failure', 'wrong-shape')
export const html = triesLater('treats an HTML page as a failure', 'html')
export const blocked = triesLater("does not mistake the content network's 403 page for missing consent", 'blocked')
export const redirecting = triesLater('does not follow redirects', 'redirecting')
export const oversized = triesLater('treats a huge body as a failure', 'oversized')

export const recovering: ConformanceCase = {
  behaviour: 'gets the value after a short failure of the API, in the same turn',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()
    // Fills the process's retry budget, which earlier reads may have used.
    for (let turn = 0; turn < 14; turn += 1) await device.intent('RequireIntent')
    emulator.clearRequests()
    emulator.situation('unavailable', { requests: 1, fields: ['email'] })

    expect((await device.intent('RequireIntent')).speech).toBe('Booked for Ann, ann@example.com, 2065550100.')
    expect(emulator.requests.filter(({ field }) => field === 'email').map(({ status }) => status)).toEqual([503, 200])
  },
}

export const slow: ConformanceCase = {
  behaviour: 'waits for a slow API response that arrives in time, for all fields in parallel',
  async run(start) {
    const { emulator, device } = await start({ client: { attemptTimeoutMs: 7000, deadlineMs: 7000 } })
    emulator.customer.grantAll()
    emulator.situation('slow', { delayMs: 1500 })

    const turn = await device.intent('RequireIntent')

    expect(turn.speech).toBe('Booked for Ann, ann@example.com, 2065550100.')
    const starts = emulator.requests.map(({ startedAt }) => startedAt)
    const ends = emulator.requests.map(({ startedAt, durationMs }) => startedAt + (durationMs ?? 0))
    expect(starts).toHaveLength(3)
    expect(Math.max(...starts)).toBeLessThan(Math.min(...ends))
  },
}

export const everyStatus: ConformanceCase = {
  behaviour: 'returns each status to a skill that reads without a requirement',
  async run(start) {
    const { emulator, device } = await start({ client: { maxRetries: 0 } })
    const read = async () => (await device.intent('ReadIntent')).speech

    expect(await read()).toBe('email is permission-missing.')
    emulator.customer.grantAll()
    expect(await read()).toBe('email is available.')
    emulator.customer.clear('email')
    expect(await read()).toBe('email is not-set.')
    emulator.situation('throttled', { requests: 1 })
    expect(await read()).toBe('email is throttled.')
    emulator.situation('token-invalid', { requests: 1 })
    expect(await read()).toBe('email is token-invalid.')
    emulator.situation('server-error', { requests: 1 })
    expect(await read()).toBe('email is failed.')
  },
}
