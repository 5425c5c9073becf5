export interface Text {
  /** In E.164: `+12065550100`. */
  readonly to: string
  readonly text: string
}

/** Resolves when the text message is on its way, rejects when it is not. Put your SMS provider behind this. */
export type SendText = (text: Text) => Promise<void>

/** Stands in until there is a provider: the log says so, and the customer hears that it did not work. */
export const noTextProvider: SendText = async () => {
  throw Object.assign(new Error('Provide SEND_TEXT in the confirmation module.'), { code: 'SMS_PROVIDER_NOT_SET' })
}
