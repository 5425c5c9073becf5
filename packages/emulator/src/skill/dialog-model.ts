import { listOf, memberOf, textOf } from '../base/json-value.js'

/** The member `dialog` of an interaction model, which says how Alexa fills and confirms slots. */
export interface DialogModel {
  /**
   * The strategy of intents without their own: with `ALWAYS`, Alexa asks, and with `SKILL_RESPONSE`, the skill
   * decides.
   */
  readonly delegationStrategy: string | undefined
  readonly intents: readonly DialogIntent[]
  /** The variations of each prompt, by id. */
  readonly prompts: ReadonlyMap<string, readonly DialogPrompt[]>
}

/** The dialog of one intent in a dialog model. */
export interface DialogIntent {
  readonly name: string
  readonly delegationStrategy: string | undefined
  readonly confirmationRequired: boolean
  /** The id of the prompt that asks to confirm the intent. */
  readonly confirmationPrompt: string | undefined
  readonly slots: readonly DialogSlot[]
}

/** A slot in the dialog of an intent. */
export interface DialogSlot {
  readonly name: string
  readonly type: string
  readonly elicitationRequired: boolean
  /** The id of the prompt that asks for the slot. */
  readonly elicitationPrompt: string | undefined
  readonly confirmationRequired: boolean
  readonly confirmationPrompt: string | undefined
  readonly validations: readonly SlotValidation[]
}

/** A rule of the dialog model for the value of a slot. */
export interface SlotValidation {
  /** The kind of rule, such as `hasEntityResolutionMatch` or `isInDuration`. */
  readonly type: string
  /** The id of the prompt for a value that is not valid. */
  readonly prompt: string | undefined
  /** The other members of the rule, such as `value`, `values`, `start` and `end`. */
  readonly members: Readonly<Record<string, unknown>>
}

/** One variation of a prompt, with slots in braces. */
export interface DialogPrompt {
  readonly type: 'PlainText' | 'SSML'
  readonly value: string
}

/** Reads the members `dialog` and `prompts` of an interaction model. Returns undefined without a dialog model. */
export function readDialogModel(interactionModel: unknown): DialogModel | undefined {
  const dialog = memberOf(interactionModel, 'dialog')
  const intents = listOf(memberOf(dialog, 'intents')).flatMap(readDialogIntent)
  if (intents.length === 0) return undefined
  return {
    delegationStrategy: textOf(memberOf(dialog, 'delegationStrategy')),
    intents,
    prompts: new Map(listOf(memberOf(interactionModel, 'prompts')).flatMap(readPrompt)),
  }
}

function readDialogIntent(intent: unknown): DialogIntent[] {
  const name = textOf(memberOf(intent, 'name'))
  if (name === undefined) return []
  return [
    {
      name,
      delegationStrategy: textOf(memberOf(intent, 'delegationStrategy')),
      confirmationRequired: memberOf(intent, 'confirmationRequired') === true,
      confirmationPrompt: promptOf(intent, 'confirmation'),
      slots: listOf(memberOf(intent, 'slots')).flatMap(readDialogSlot),
    },
  ]
}

function readDialogSlot(slot: unknown): DialogSlot[] {
  const name = textOf(memberOf(slot, 'name'))
  if (name === undefined) return []
  return [
    {
      name,
      type: textOf(memberOf(slot, 'type')) ?? '',
      elicitationRequired: memberOf(slot, 'elicitationRequired') === true,
      elicitationPrompt: promptOf(slot, 'elicitation'),
      confirmationRequired: memberOf(slot, 'confirmationRequired') === true,
      confirmationPrompt: promptOf(slot, 'confirmation'),
      validations: listOf(memberOf(slot, 'validations')).flatMap(readValidation),
    },
  ]
}

function readValidation(validation: unknown): SlotValidation[] {
  const type = textOf(memberOf(validation, 'type'))
  if (type === undefined) return []
  const { type: _type, prompt: _prompt, ...members } = validation as Record<string, unknown>
  return [{ type, prompt: textOf(memberOf(validation, 'prompt')), members }]
}

function promptOf(owner: unknown, kind: 'elicitation' | 'confirmation'): string | undefined {
  return textOf(memberOf(memberOf(owner, 'prompts'), kind))
}

function readPrompt(prompt: unknown): [string, readonly DialogPrompt[]][] {
  const id = textOf(memberOf(prompt, 'id'))
  if (id === undefined) return []
  const variations = listOf(memberOf(prompt, 'variations')).flatMap((variation): DialogPrompt[] => {
    const value = textOf(memberOf(variation, 'value'))
    const type = memberOf(variation, 'type') === 'SSML' ? 'SSML' : 'PlainText'
    return value === undefined ? [] : [{ type, value }]
  })
  return [[id, variations]]
}
