export type { Mail, MailAttachment } from './mailbox/mail.js'
export type { Mailbox, MailboxOptions } from './mailbox/start-mailbox.js'
export { startMailbox } from './mailbox/start-mailbox.js'
