import type { ConsoleCommandName } from './console-command.js'

type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string', maxLength: 8000 }
const id = { type: 'integer', minimum: 1 }
const nothing = members({})
const profileData = members(
  {},
  {
    name: orNull(text),
    givenName: orNull(text),
    email: orNull(text),
    mobileNumber: orNull(members({ phoneNumber: text }, { countryCode: text })),
  },
)

/** What each command takes, for Fastify to check. */
export const commandSchemas: Readonly<Record<ConsoleCommandName, Schema>> = {
  open: nothing,
  say: members({ intent: text, slots: { type: 'object', additionalProperties: text, maxProperties: 100 } }),
  'answer-consent': members({ answer: { enum: ['accept', 'deny', 'silence', 'redirect', 'failure'] } }),
  end: nothing,
  replay: members({ turnId: id }),
  'start-over': nothing,
  'set-locale': members({ locale: { type: 'string', pattern: '^[a-z]{2}-[A-Z]{2}$' } }),
  'choose-household': members({ householdId: id }),
  'add-household': members({ data: profileData }),
  'choose-speaker': members({ speakerId: orNull(id) }),
  'add-speaker': members({ data: profileData }),
  'set-data': members({ values: profileData }, { speakerId: id }),
  'set-permission': members({ scope: text, granted: { type: 'boolean' } }, { speakerId: id }),
  'grant-card': members({ cardId: id }),
  'ignore-card': members({ cardId: id }),
  'set-skill-enabled': members({ enabled: { type: 'boolean' } }),
  declare: members({ scopes: { type: 'array', items: text, maxItems: 100 } }),
  'set-situation': members(
    { name: text, on: { type: 'boolean' } },
    { requests: { type: 'integer', minimum: 1 }, delayMs: { type: 'number', minimum: 0 } },
  ),
  'clear-situations': nothing,
  'expire-tokens': nothing,
}

function members(required: Schema, optional: Schema = {}): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}

function orNull(schema: Schema): Schema {
  return { anyOf: [{ type: 'null' }, schema] }
}
