import { createTransport } from 'nodemailer'

export interface MailOptions {
  /** `smtps://user:password@mail.example.com` or, without TLS, `smtp://…`. Default: none, and sending fails. */
  readonly smtpUrl?: string | undefined
  /** The sender, as in a mail's From line. */
  readonly from?: string | undefined
  /** How long sending one mail may take in all, in milliseconds. Default 2500. */
  readonly timeoutMs?: number | undefined
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Resolves when the mail server has taken the mail, rejects when it has not, both within the time limit. */
export type SendMail = (mail: Mail) => Promise<void>

/** Alexa gives a skill 8 s, of which reading the profile may have taken 3 s. */
const defaultTimeoutMs = 2500

export function createMailer({
  smtpUrl,
  from = 'Table Talk <table-talk@example.com>',
  timeoutMs = defaultTimeoutMs,
}: MailOptions = {}): SendMail {
  if (smtpUrl === undefined) return cannotSend('SMTP_URL_NOT_SET')
  // Checked here, because the error of a URL that cannot be parsed quotes it, password and all.
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
      // As an object it is one address: a text with a comma in it would be read as a list of recipients.
      to: { name: '', address: to },
      subject,
      text,
      // The limits above are for each step; this one is for all of them, and cuts the connection.
      signal: AbortSignal.timeout(timeoutMs),
    })
  }
}

/** A skill that cannot mail can still book, so this shows when a mail is sent and not when the skill starts. */
function cannotSend(code: string): SendMail {
  return async () => {
    throw Object.assign(new Error('Set SMTP_URL to smtps://user:password@host.'), { code })
  }
}
