export interface Text {
  /** The phone number, in E.164: `+12065550100`. */
  readonly to: string
  readonly text: string
}

/** Resolves when the text message was sent, and rejects if it was not. Implement this with your SMS provider. */
export type SendText = (text: Text) => Promise<void>

/**
 * The default without an SMS provider: always rejects, so the log names the reason and the customer hears that texting
 * failed.
 */
export const noTextProvider: SendText = async () => {
  throw Object.assign(new Error('No SMS provider is configured. Pass sendText to createSkill.'), {
    code: 'SMS_PROVIDER_NOT_SET',
  })
}
