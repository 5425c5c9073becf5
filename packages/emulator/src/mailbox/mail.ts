/** An email as the mailbox received it, as plain data that can be written as JSON. */
export interface Mail {
  /** The id, counted from 1 in each mailbox. */
  readonly id: number
  /** The arrival time, in ISO 8601. */
  readonly receivedAt: string
  /** The addresses to which the email was delivered. Its headers may say something else. */
  readonly deliveredTo: readonly string[]
  /** The decoded header `From`: `Table Talk <table-talk@example.com>`. */
  readonly from: string | undefined
  readonly subject: string | undefined
  /** The plain text. Undefined for an email that contains only HTML. */
  readonly text: string | undefined
  /** The HTML as it was sent. Do not trust it: show it in a sandbox, or as text. */
  readonly html: string | undefined
  readonly attachments: readonly MailAttachment[]
  /** The whole email as received, for other headers and the content of attachments. */
  readonly source: string
}

/** An attachment of an email, without its content. */
export interface MailAttachment {
  readonly fileName: string | undefined
  /** The media type, such as `application/pdf`. */
  readonly mimeType: string
  readonly bytes: number
}
