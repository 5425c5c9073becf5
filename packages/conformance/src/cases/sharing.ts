import { expect } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const twiceInOneRequest: ConformanceCase = {
  behaviour: 'sends one API request for two reads of the same field in one turn',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()

    expect((await device.intent('ReadTwiceIntent')).speech).toBe('Twice available.')
    expect(emulator.requests.map(({ field }) => field)).toEqual(['email'])
  },
}

export const twoRequests: ConformanceCase = {
  behaviour: 'reads again in each turn',
  async run(start) {
    const { emulator, device } = await start()
    emulator.customer.grantAll()
    await device.intent('RequireIntent')
    emulator.customer.set({ givenName: 'Anna' })

    expect((await device.intent('RequireIntent')).speech).toBe('Booked for Anna, ann@example.com, 2065550100.')
  },
}

export const sameEnvelopeTwice: ConformanceCase = {
  behaviour: 'reads twice for two invocations with the same envelope object',
  async run(start) {
    const { emulator, skill } = await start()
    emulator.customer.grantAll()
    const intent = { name: 'ReadTwiceIntent', confirmationStatus: 'NONE' as const, slots: {} }
    const envelope = emulator.envelope({ request: { type: 'IntentRequest', intent } })

    await skill(envelope as never, {} as never)
    await skill(envelope as never, {} as never)

    expect(emulator.requests.map(({ field }) => field)).toEqual(['email', 'email'])
  },
}

export const interleaved: ConformanceCase = {
  behaviour: 'never mixes up customers who talk at the same time',
  async run(start) {
    const { emulator, skill } = await start({ client: { deadlineMs: 7000, attemptTimeoutMs: 7000 } })
    const names = Array.from({ length: 20 }, (_, index) => `Guest${index}`)
    const heard = names.map(async (givenName) => {
      const customer = emulator.addCustomer({ givenName, email: `${givenName}@example.com` })
      customer.grantAll()
      return (await emulator.device(skill, { customer }).intent('RequireIntent')).speech
    })

    expect(await Promise.all(heard)).toEqual(
      names.map((name) => expect.stringContaining(`Booked for ${name}, ${name}@example.com`)),
    )
  },
}
