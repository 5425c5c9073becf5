/** A mail as the console shows it; those of `@alexa-profile/emulator/mailbox` are of this shape. */
export interface ConsoleMail {
  /** ISO 8601. */
  readonly receivedAt: string
  readonly deliveredTo: readonly string[]
  readonly from: string | undefined
  readonly subject: string | undefined
  readonly text: string | undefined
  readonly html: string | undefined
  readonly attachments: readonly {
    readonly fileName: string | undefined
    readonly mimeType: string
    readonly bytes: number
  }[]
}

/** What the console needs of a mailbox; `startMailbox()` of `@alexa-profile/emulator/mailbox` gives one. */
export interface ConsoleMailbox {
  readonly url: string
  readonly mails: readonly ConsoleMail[]
  subscribe(listener: (mail: ConsoleMail) => void): () => void
}
