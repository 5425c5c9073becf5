/** Provides a `SendMail`. */
export const SEND_MAIL = Symbol('SEND_MAIL')
/** Provides a `SendText`: your SMS provider. */
export const SEND_TEXT = Symbol('SEND_TEXT')
