import type { Device, Emulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'

/**
 * For both generations of Jovo. `TextIntent` requires `mobileNumber` by voice. After any consent answer it continues
 * with a handler that requires `email` by voice and says `Mailed <email>.`
 */
export function itKeepsAnswersToTheHandlerThatAsked(
  start: () => Promise<{ device: Device; emulator: Emulator }>,
): void {
  it('passes a "no" only to the handler that asked, not to the handler that it continues with', async () => {
    const { device, emulator } = await start()
    emulator.customer.grant('email')

    await device.intent('TextIntent')
    expect((await device.answerConsent('deny')).speech).toBe('Mailed ann@example.com.')
  })

  it('asks by voice again if the handler after a "yes" requires more fields', async () => {
    const { device } = await start()

    await device.intent('TextIntent')
    const more = await device.answerConsent('accept')
    expect(more.violations).toEqual([])
    expect(more.consentRequest?.permissions).toMatchObject([{ permissionScope: 'alexa::profile:email:read' }])
    expect((await device.answerConsent('accept')).speech).toBe('Mailed ann@example.com.')
  })
}
