import type { Mail, Mailbox } from '@alexa-profile/emulator/mailbox'

/** An email as the console shows it. */
export type ConsoleMail = Omit<Mail, 'id' | 'source'>

/** A mailbox for the console, such as the result of `startMailbox()`. */
export interface ConsoleMailbox extends Pick<Mailbox, 'url'> {
  readonly mails: readonly ConsoleMail[]
  subscribe(listener: (mail: ConsoleMail) => void): () => void
}
