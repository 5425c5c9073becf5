import { startMailbox } from '@alexa-profile/emulator/mailbox'
import { createTransport } from 'nodemailer'
import { expect, it, onTestFinished } from 'vitest'

/** A stand-in for your skill, which reads the address of its mail server from the environment. */
async function confirm(smtpUrl: string, to: string) {
  const mail = { from: 'tables@example.com', to, subject: 'Your table', text: 'Table for 4, Saturday, 7:30 p.m.' }
  await createTransport(smtpUrl).sendMail(mail)
}

// #region mail
it('sends the confirmation to the customer only', async () => {
  const mailbox = await startMailbox()
  onTestFinished(() => mailbox.close())
  await confirm(mailbox.url, 'ann@example.com')

  const { deliveredTo, subject } = await mailbox.next()
  expect(deliveredTo).toEqual(['ann@example.com'])
  expect(subject).toBe('Your table')
})
// #endregion mail
