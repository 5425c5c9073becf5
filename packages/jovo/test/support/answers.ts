import type { Device, Emulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'

/**
 * For both generations. `TextIntent` requires `mobileNumber` by voice and goes on, also after a no, to a handler that
 * requires `email` by voice and says `Mailed <email>.`
 */
export function itKeepsAnswersToTheHandlerThatAsked(
  start: () => Promise<{ device: Device; emulator: Emulator }>,
): void {
  it('takes a no for the answer of the handler that asked, not of those that it goes on to', async () => {
    const { device, emulator } = await start()
    emulator.customer.grant('email')

    await device.intent('TextIntent')
    expect((await device.answerConsent('deny')).speech).toBe('Mailed ann@example.com.')
  })

  it('asks by voice for more, when the handler that a yes leads to needs more', async () => {
    const { device } = await start()

    await device.intent('TextIntent')
    const more = await device.answerConsent('accept')
    expect(more.violations).toEqual([])
    expect(more.consentRequest?.permissions).toMatchObject([{ permissionScope: 'alexa::profile:email:read' }])
    expect((await device.answerConsent('accept')).speech).toBe('Mailed ann@example.com.')
  })
}
