import type { Mail, Mailbox } from '@alexa-profile/emulator/mailbox'

/** A mail as the console shows it. */
export type ConsoleMail = Omit<Mail, 'id' | 'source'>

/** What the console needs of a mailbox, such as one of `startMailbox()`. */
export interface ConsoleMailbox extends Pick<Mailbox, 'url'> {
  readonly mails: readonly ConsoleMail[]
  subscribe(listener: (mail: ConsoleMail) => void): () => void
}
