import { startMailbox } from '@alexa-profile/emulator/mailbox'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, it } from 'vitest'

let mailbox: Awaited<ReturnType<typeof startMailbox>>
beforeAll(async () => {
  mailbox = await startMailbox()
})
afterAll(() => mailbox.close())

/** Stands for your skill, which gets the URL of its mail server from an option or the environment. */
async function confirm(smtpUrl: string, to: string) {
  const mail = { from: 'tables@example.com', to, subject: 'Your table', text: 'Table for 4, Saturday, 7:30 p.m.' }
  await createTransport(smtpUrl).sendMail(mail)
}

it('emails the confirmation only to the customer', async () => {
  await confirm(mailbox.url, 'ann@example.com')
  const { deliveredTo, subject, text } = await mailbox.next()
  expect(deliveredTo).toEqual(['ann@example.com'])
  expect(subject).toBe('Your table')
  expect(text).toContain('7:30 p.m.')
  expect(mailbox.mails).toHaveLength(1)
})
