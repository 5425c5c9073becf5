import { createTransport } from 'nodemailer'

export interface MailOptions {
  /**
   * The mail server: `smtps://user:password@mail.example.com` or, without TLS, `smtp://…`. Without it, sending fails.
   */
  readonly smtpUrl?: string | undefined
  /** The sender, as in an email's From line. */
  readonly from?: string | undefined
  /** The time limit for sending one email, in milliseconds. Default: 2500. */
  readonly timeoutMs?: number | undefined
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Resolves when the mail server has accepted the email. Rejects if it has not within the time limit. */
export type SendMail = (mail: Mail) => Promise<void>

/** Alexa waits 8 s for a response, and reading the profile may take 3 s of them. */
const defaultTimeoutMs = 2500

export function createMailer({
  smtpUrl,
  from = 'Table Talk <table-talk@example.com>',
  timeoutMs = defaultTimeoutMs,
}: MailOptions = {}): SendMail {
  if (smtpUrl === undefined) return cannotSend('SMTP_URL_NOT_SET')
  // Checked here, because the parser's error quotes the invalid URL with its password.
  if (!/^smtps?:/i.test(smtpUrl) || !URL.canParse(smtpUrl)) return cannotSend('SMTP_URL_INVALID')
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, text }) => {
    await transport.sendMail({
      from,
      // An object is always one address. A string with a comma would be read as a list of recipients.
      to: { name: '', address: to },
      subject,
      text,
      // The limits above apply to each step. This one applies to all steps together, and closes the connection.
      signal: AbortSignal.timeout(timeoutMs),
    })
  }
}

/** Fails when an email is sent and not when the skill starts, because a skill that cannot send email can still book. */
function cannotSend(code: string): SendMail {
  return async () => {
    throw Object.assign(new Error('SMTP_URL is missing or invalid. Set it to smtps://user:password@host.'), { code })
  }
}
