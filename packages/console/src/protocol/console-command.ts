import { fields, type ProfileField, type ProfileValues, profileFields } from '@alexa-profile/core'
import type { NearestSample } from '@alexa-profile/emulator'
import * as v from 'valibot'
import { memberNames } from './field-view.js'

const text = v.pipe(v.string(), v.maxLength(8000))
const id = v.pipe(v.number(), v.integer(), v.minValue(1))
const nothing = v.strictObject({})

/** What the customer said for each slot. A list stands for a slot with multiple values. */
const slotValues = v.pipe(v.record(text, v.union([text, v.pipe(v.array(text), v.maxLength(100))])), v.maxEntries(100))

/** The members of a request that can be changed before it is replayed. The device sets a new id and time. */
const editedRequest = v.strictObject({
  request: v.variant('type', [
    v.looseObject({
      type: v.literal('IntentRequest'),
      intent: v.looseObject({
        name: v.pipe(v.string(), v.nonEmpty()),
        slots: v.exactOptional(v.record(v.string(), v.looseObject({}))),
      }),
    }),
    v.looseObject({
      type: v.literal('SessionResumedRequest'),
      cause: v.looseObject({ status: v.looseObject({ code: v.string() }) }),
    }),
    v.looseObject({
      type: v.pipe(v.string(), v.nonEmpty(), v.notValues(['IntentRequest', 'SessionResumedRequest'])),
    }),
  ]),
  /** The attributes of the session. */
  attributes: v.exactOptional(v.record(v.string(), v.unknown())),
})

/** Values by field. Null means that Alexa has nothing on file. */
export type ProfileDataInput = { readonly [Field in ProfileField]?: ProfileValues[Field] | null }

/** A value has the shape of the field's sample: a string, or an object of strings. The emulator checks the rest. */
function valueSchema(field: ProfileField): v.GenericSchema {
  const [sample] = Object.values(fields[field].sample)
  if (typeof sample === 'string') return text
  return v.strictObject(Object.fromEntries(memberNames(field).map((name) => [name, v.exactOptional(text)])))
}

const profileData = v.strictObject(
  Object.fromEntries(profileFields.map((field) => [field, v.exactOptional(v.nullable(valueSchema(field)))])),
) as unknown as v.GenericSchema<ProfileDataInput>

/** The commands of the console, with the schemas of their bodies. Speakers and cards are the current customer's. */
export const consoleCommands = {
  open: nothing,
  silence: nothing,
  say: v.strictObject({ words: text }),
  intent: v.strictObject({ intent: text, slots: slotValues }),
  'answer-consent': v.strictObject({ answer: v.picklist(['accept', 'deny', 'silence', 'redirect', 'failure']) }),
  end: nothing,
  /** Without `edited`, the request is sent unchanged. */
  replay: v.strictObject({ turnId: id, edited: v.exactOptional(editedRequest) }),
  'start-over': nothing,
  'undo-start-over': nothing,
  'set-locale': v.strictObject({ locale: v.pipe(v.string(), v.regex(/^[a-z]{2}-[A-Z]{2}$/)) }),
  'choose-customer': v.strictObject({ customerId: id }),
  'add-customer': v.strictObject({ data: profileData }),
  /** Null is a voice that Alexa does not recognize. */
  'choose-speaker': v.strictObject({ speakerId: v.nullable(id) }),
  'add-speaker': v.strictObject({ data: profileData }),
  /** Without `speakerId`, the customer's data. */
  'set-data': v.strictObject({ speakerId: v.exactOptional(id), values: profileData }),
  'set-permission': v.strictObject({ speakerId: v.exactOptional(id), scope: text, granted: v.boolean() }),
  /** Without `speakerId`, the customer grants the card. */
  'grant-card': v.strictObject({ cardId: id, speakerId: v.exactOptional(id) }),
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

/** The name of a console command, for `run()`. */
export type ConsoleCommandName = keyof typeof consoleCommands

/** The bodies of commands, by name. */
export type ConsoleCommands = { [Name in ConsoleCommandName]: v.InferOutput<(typeof consoleCommands)[Name]> }

export function isCommandName(name: string): name is ConsoleCommandName {
  return Object.hasOwn(consoleCommands, name)
}

/** Returns the body of a command, or what is wrong with it. */
export function parseCommand<Name extends ConsoleCommandName>(
  name: Name,
  body: unknown,
): { readonly body: ConsoleCommands[Name] } | { readonly problem: string } {
  const parsed = v.safeParse(consoleCommands[name], body)
  if (parsed.success) return { body: parsed.output as ConsoleCommands[Name] }
  const [issue] = parsed.issues
  const path = v.getDotPath(issue)
  return { problem: path === null ? issue.message : `${path}: ${issue.message}` }
}

/** The body of the response to a rejected command. */
export interface CommandRefusal {
  readonly message: string
  /** The nearest samples, best first. Only for words that Alexa does not understand. */
  readonly nearest?: readonly NearestSample[]
}
