import * as v from 'valibot'

const text = v.pipe(v.string(), v.maxLength(8000))
const id = v.pipe(v.number(), v.integer(), v.minValue(1))
const nothing = v.strictObject({})

/** Values by field; null when Alexa has nothing on file. */
const profileData = v.strictObject({
  name: v.exactOptional(v.nullable(text)),
  givenName: v.exactOptional(v.nullable(text)),
  email: v.exactOptional(v.nullable(text)),
  mobileNumber: v.exactOptional(v.nullable(v.strictObject({ countryCode: v.exactOptional(text), phoneNumber: text }))),
})

/** What the page can tell the console to do, and what each command takes. Speakers and cards are the current customer's. */
export const consoleCommands = {
  open: nothing,
  say: v.strictObject({ intent: text, slots: v.pipe(v.record(text, text), v.maxEntries(100)) }),
  'answer-consent': v.strictObject({ answer: v.picklist(['accept', 'deny', 'silence', 'redirect', 'failure']) }),
  end: nothing,
  replay: v.strictObject({ turnId: id }),
  'start-over': nothing,
  'undo-start-over': nothing,
  'set-locale': v.strictObject({ locale: v.pipe(v.string(), v.regex(/^[a-z]{2}-[A-Z]{2}$/)) }),
  'choose-customer': v.strictObject({ customerId: id }),
  'add-customer': v.strictObject({ data: profileData }),
  /** Null is a voice that Alexa does not recognize. */
  'choose-speaker': v.strictObject({ speakerId: v.nullable(id) }),
  'add-speaker': v.strictObject({ data: profileData }),
  /** Of the customer if there is no `speakerId`. */
  'set-data': v.strictObject({ speakerId: v.exactOptional(id), values: profileData }),
  'set-permission': v.strictObject({ speakerId: v.exactOptional(id), scope: text, granted: v.boolean() }),
  'grant-card': v.strictObject({ cardId: id }),
  'ignore-card': v.strictObject({ cardId: id }),
  'set-skill-enabled': v.strictObject({ enabled: v.boolean() }),
  declare: v.strictObject({ scopes: v.pipe(v.array(text), v.maxLength(100)) }),
  'set-situation': v.strictObject({
    name: text,
    on: v.boolean(),
    requests: v.exactOptional(id),
    delayMs: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  }),
  'clear-situations': nothing,
  'expire-tokens': nothing,
  /** Writes the conversation as a test into the project's test folder. */
  'save-test': nothing,
}

export type ConsoleCommandName = keyof typeof consoleCommands

/** The bodies of commands, by name. */
export type ConsoleCommands = { [Name in ConsoleCommandName]: v.InferOutput<(typeof consoleCommands)[Name]> }

export type ProfileDataInput = v.InferOutput<typeof profileData>

/** The body of the response to a command that was refused. */
export interface CommandRefusal {
  readonly message: string
}
