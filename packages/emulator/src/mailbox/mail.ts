/** A mail as the mailbox got it: plain data that can be written as JSON. */
export interface Mail {
  /** Counts from 1 in each mailbox. */
  readonly id: number
  /** ISO 8601. */
  readonly receivedAt: string
  /** Whom the mail was delivered to, whatever its headers say. */
  readonly deliveredTo: readonly string[]
  /** What the header `From` says, decoded: `Table Talk <table-talk@example.com>`. */
  readonly from: string | undefined
  readonly subject: string | undefined
  /** The plain text; undefined for a mail that has HTML only. */
  readonly text: string | undefined
  /** The HTML as it was sent. It is the sender's: show it in a sandbox, or as text. */
  readonly html: string | undefined
  readonly attachments: readonly MailAttachment[]
  /** The whole mail as it came, for what is not here: other headers, the content of attachments. */
  readonly source: string
}

export interface MailAttachment {
  readonly fileName: string | undefined
  /** Such as `application/pdf`. */
  readonly mimeType: string
  readonly bytes: number
}
