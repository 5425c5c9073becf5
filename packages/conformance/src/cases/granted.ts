import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const granted: ConformanceCase = {
  behaviour: 'goes on with the values that the customer shares',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()

    const turn = await device.intent('RequireIntent')

    expect(turn.violations).toEqual([])
    expect(turn.speech).toBe('Booked for Ann, ann@example.com, 2065550100.')
    expect(emulator.requests.map(({ field, status }) => [field, status]).sort()).toEqual([
      ['email', 200],
      ['givenName', 200],
      ['mobileNumber', 200],
    ])
  },
}

export const grantedOverTls: ConformanceCase = {
  behaviour: 'reads over TLS with a trusted certificate authority',
  async run(start) {
    const { emulator, device } = await start({ emulator: { https: true } })
    emulator.customer.grantAll()

    expect((await device.intent('RequireIntent')).speech).toBe('Booked for Ann, ann@example.com, 2065550100.')
  },
}

export const optionalMissing: ConformanceCase = {
  behaviour: 'goes on without an optional field',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grant('givenName', 'email')

    const turn = await device.intent('RequireIntent')

    expect(turn.speech).toBe('Booked for Ann, ann@example.com, none.')
    expect(turn.card).toBeUndefined()
  },
}
