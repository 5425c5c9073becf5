import { describe, expect, it } from 'vitest'
import { call, emailPath } from './call.js'
import { started } from './started.js'

describe('an envelope', () => {
  it('contains a LaunchRequest in a new session, with a valid token', async () => {
    const emulator = await started()
    emulator.customer.grantAll()
    const envelope = emulator.envelope()
    expect(envelope).toMatchObject({ session: { new: true }, request: { type: 'LaunchRequest', locale: 'en-US' } })
    expect(envelope.context.System.apiEndpoint).toBe(emulator.url)
    expect(await call(emulator, emailPath, { token: envelope.context.System.apiAccessToken })).toMatchObject({
      status: 200,
    })
  })

  it('contains any other request, whose members override the defaults', async () => {
    const emulator = await started()
    const { request } = emulator.envelope({
      request: { type: 'Messaging.MessageReceived', locale: 'ja-JP', message: { a: 1 } },
    })
    expect(request).toMatchObject({ type: 'Messaging.MessageReceived', locale: 'ja-JP', message: { a: 1 } })
    expect(request.requestId).toMatch(/^amzn1/)
  })

  it('has no session with session: false, and names the speaker', async () => {
    const emulator = await started({ skill: { skillId: 'amzn1.ask.skill.mine' } })
    const speaker = emulator.addCustomer().addSpeaker()
    const envelope = emulator.envelope({ session: false, speaker })
    expect(envelope).not.toHaveProperty('session')
    expect(envelope.context.System).toMatchObject({
      application: { applicationId: 'amzn1.ask.skill.mine' },
      person: { personId: speaker.personId },
      user: { userId: speaker.customer.userId },
    })
  })
})
