import {
  array,
  boolean,
  null as nothing,
  number,
  enum as oneOf,
  type output,
  record,
  strictObject,
  string,
  union,
  unknown,
  type ZodType,
} from 'zod'

/** The names of fields and situations. The packages that define them stay outside of this bundle. */
export interface KnownNames {
  readonly fields: readonly string[]
  readonly situations: readonly string[]
}

/** Ends all situations. */
export const noSituation = 'none'

interface Tool<Input extends ZodType> {
  readonly description: string
  readonly input: Input
  /** Set if the tool changes nothing. */
  readonly readOnly?: true
}

const tool = <Input extends ZodType>(
  description: string,
  input: Input,
  more: { readOnly?: true } = {},
): Tool<Input> => ({
  description,
  input,
  ...more,
})

const names = array(string()).optional()
const fieldValues = record(string(), unknown()).optional()

/**
 * Returns the description and the input of each tool, as a coding agent reads them. Every word costs tokens in each
 * conversation.
 */
export function toolsFor({ fields, situations }: KnownNames) {
  return {
    open: tool(
      'Open the skill in a new session, like "Alexa, open …". Returns the turn: what the skill said, its requests to the ' +
        'profile API, and violations: Alexa rules that the response breaks, so the customer does not hear it.',
      strictObject({ startOver: boolean().optional().describe('Forget the conversation so far, for export_test') }),
    ),
    say: tool(
      'Say words to the skill as a customer, or send an intent. Opens a session if none is open. Empty words are silence. ' +
        'Returns the turn.',
      strictObject({
        words: string().optional().describe('Example: book a table for two'),
        intent: string().optional().describe('Intent to send instead of words'),
        slots: record(string(), union([string(), number(), array(string())]))
          .optional()
          .describe('Slots of the intent'),
      }),
    ),
    answer_consent: tool(
      'Answer the open consentQuestion (voice consent), or else the latest consent card. A voice answer returns the next turn. ' +
        'For a card, accept grants it in the Alexa app and deny ignores it.',
      strictObject({ answer: oneOf(['accept', 'deny', 'silence', 'redirect', 'failure']) }),
    ),
    set_customer: tool(
      `Change what Alexa knows about the customer. data: values by field (${fields.join(', ')}), null for not set. grant, revoke: ` +
        'fields or scopes that the skill may read. Returns the changes, and the skill events that were sent.',
      strictObject({
        data: fieldValues,
        grant: names,
        revoke: names,
        speaker: union([nothing(), strictObject({ data: fieldValues, grant: names, revoke: names })])
          .optional()
          .describe('The person whose voice Alexa recognizes. null: not recognized'),
        skillEnabled: boolean().optional(),
        locale: string().optional().describe("The customer's locale, such as de-DE"),
      }),
    ),
    set_situation: tool(
      'Make the profile API or skill events misbehave. Lasts until you set none, which ends all situations. Returns the active situations.',
      strictObject({
        name: oneOf([...situations, noSituation]),
        requests: number().min(1).optional().describe('Number of requests to affect (default: all)'),
        delayMs: number().min(0).optional().describe('Delay for slow and events-late'),
      }),
    ),
    status: tool(
      'The skill (loaded, or why not), intents, customer, open consent questions, situations, and the address of a page on which ' +
        'a person can watch.',
      strictObject({}),
      { readOnly: true },
    ),
    turn: tool(
      'The JSON of a turn (default: the latest): request, session attributes, and response as sent.',
      strictObject({
        id: number().min(1).optional(),
        whole: boolean().optional().describe('The whole envelope, with context'),
      }),
      { readOnly: true },
    ),
    check_manifest: tool(
      'Find mistakes in the skill manifest, with their lines. Say what the skill does, so that missing permissions are found.',
      strictObject({
        fields: names.describe('Customer fields that the skill reads'),
        speakerFields: names.describe('Speaker fields that the skill reads'),
        consent: oneOf(['card', 'voice']).optional(),
        events: boolean().optional().describe('Whether the skill handles permission events'),
      }),
      { readOnly: true },
    ),
    export_test: tool(
      'Write the conversation since startOver as a vitest test into the test folder of the project. Returns the file.',
      strictObject({ preview: boolean().optional().describe('Return the source without writing a file') }),
    ),
  }
}

type Tools = ReturnType<typeof toolsFor>
export type ToolName = keyof Tools
export type ToolInputs = { [Name in ToolName]: output<Tools[Name]['input']> }

/** The functions of the tools. Each returns the data of its result. */
export type ToolHandlers = {
  readonly [Name in ToolName]: (input: ToolInputs[Name]) => Promise<Readonly<Record<string, unknown>>>
}
