import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { checkOptionNames } from '../base/check-option.js'
import { milliseconds } from '../base/milliseconds.js'
import { checkedPort, portUnavailable } from '../base/port.js'
import type { Mail } from './mail.js'
import { mailLimits } from './mail-limits.js'
import { createMailList } from './mail-list.js'
import { createMailReader } from './mail-reader.js'

/** Options of `startMailbox()`. */
export interface MailboxOptions {
  /** TCP port on 127.0.0.1. Default 0: any that is free. */
  readonly port?: number | undefined
}

/** A mail server on this machine that keeps every email for your test and forwards none. */
export interface Mailbox {
  /** The URL of the mail server for your skill, such as `smtp://127.0.0.1:52525`. */
  readonly url: string
  /** A copy of the list of emails, oldest first. It holds the latest 1,000 emails, or fewer if they exceed 50 MiB. */
  readonly mails: readonly Mail[]
  /**
   * Waits for the oldest email that no call has returned yet. Two calls return two emails, even if both arrived before.
   *
   * @param options `timeoutMs`: how long to wait. Default 2000.
   * @throws {EmulatorError} `mail-missing` if no email arrives in time or the mailbox is closed; `option-invalid`,
   * `option-unknown`.
   */
  next(options?: { readonly timeoutMs?: number | undefined }): Promise<Mail>
  /** Calls the listener with each email from now on. @returns A function that removes the listener. */
  subscribe(listener: (mail: Mail) => void): () => void
  /** Deletes all emails. */
  clear(): void
  /** Stops the server and closes its connections. A second call does nothing. */
  close(): Promise<void>
}

/**
 * Starts a mail server on 127.0.0.1 for tests of skills that send email. It accepts any user name and password, and
 * does not support TLS. It rejects malformed emails, emails with more than 5 MiB, 100,000 lines, 256 KiB of headers or
 * 1,000 attachments, and emails that take more than 10 s to read. The sender gets the reason, as from other email
 * servers. Emails are read in separate threads.
 *
 * @example
 * ```ts
 * import { startMailbox } from '@alexa-profile/emulator/mailbox'
 *
 * const mailbox = await startMailbox()
 * const skill = createSkill({ smtpUrl: mailbox.url }) // yours
 * // … talk to it with emulator.device(skill)
 * const { deliveredTo, text } = await mailbox.next()
 * await mailbox.close()
 * ```
 *
 * @throws {EmulatorError} `port-unavailable`, `option-invalid`, `option-unknown`
 */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  checkOptionNames('startMailbox', options, ['port'])
  const { port = 0 } = options
  const list = createMailList()
  const reader = createMailReader()
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username ?? 'anonymous' }),
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true, // otherwise it would ask a name server
    size: mailLimits.bytes,
    rejectOversized: true,
    maxRecipients: 100,
    maxClients: 50,
    logger: false,
    onData(stream, { envelope }, done) {
      receive(stream)
        .then(
          (source) =>
            source &&
            deliver(
              source,
              envelope.rcptTo.map(({ address }) => address),
            ),
        )
        .then(() => done(), done)
    },
  })
  // A client that disconnects is not an error here. Without a listener, it would end the process.
  server.on('error', () => {})

  async function deliver(source: Buffer, deliveredTo: readonly string[]): Promise<void> {
    const mail = await reader.read(source).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw Object.assign(new Error(`This email cannot be read: ${reason}`), { responseCode: 554 })
    })
    list.add({ ...mail, deliveredTo })
  }

  const { server: listener } = server
  listener.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(checkedPort(port), '127.0.0.1')
  try {
    await once(listener, 'listening')
  } catch (cause) {
    throw portUnavailable(port, cause)
  }
  const address = listener.address() as AddressInfo
  let closing: Promise<void> | undefined
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    get mails() {
      return list.all()
    },
    async next(waiting = {}) {
      checkOptionNames('next()', waiting, ['timeoutMs'])
      return list.next(milliseconds('timeoutMs', waiting.timeoutMs ?? 2000))
    },
    subscribe: list.subscribe,
    clear: list.clear,
    close() {
      closing ??= Promise.all([
        reader.close(),
        new Promise<void>((resolve) => {
          list.stop()
          server.close(() => resolve())
          for (const socket of sockets) socket.destroy()
        }),
      ]).then(() => {})
      return closing
    },
  }
}

/** Returns the whole email, or undefined if it is too long. Then the server rejects it. */
async function receive(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk)
  return stream.sizeExceeded ? undefined : Buffer.concat(chunks)
}
