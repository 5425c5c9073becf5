import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail extends ParsedMail {
  /** Whom the mail was delivered to, whatever its header says. */
  readonly deliveredTo: readonly string[]
}

export interface Mailbox {
  /** For `SMTP_URL`. */
  readonly url: string
  /** Newest last. */
  readonly mails: readonly ReceivedMail[]
  close(): Promise<void>
}

/** A real mail server on this machine that keeps what it is sent. */
export async function startMailbox({ onMail }: { onMail?: (mail: ReceivedMail) => void } = {}): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then((parsed) => {
        const mail = { ...parsed, deliveredTo: session.envelope.rcptTo.map(({ address }) => address) }
        mails.push(mail)
        onMail?.(mail)
        done()
      }, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
