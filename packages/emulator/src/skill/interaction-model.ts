import { listOf, memberOf, textOf, textsOf } from '../base/json-value.js'
import { type DialogModel, readDialogModel } from './dialog-model.js'

/** What customers can say to a skill in one locale. */
export interface InteractionModel {
  readonly locale: string
  readonly invocationName: string | undefined
  readonly intents: readonly ModelIntent[]
  /** The skill's own types, and its extensions of Amazon's types. */
  readonly types: readonly SlotType[]
  /** The dialog model; undefined if no intent has a dialog. */
  readonly dialog: DialogModel | undefined
}

/** An intent of an interaction model. */
export interface ModelIntent {
  readonly name: string
  /** What customers say, with slots in braces: `book a table for {date}`. */
  readonly samples: readonly string[]
  readonly slots: readonly ModelSlot[]
}

/** A slot of an intent in an interaction model. */
export interface ModelSlot {
  readonly name: string
  /** The slot type, such as `AMAZON.DATE` or a type of the model. */
  readonly type: string
  /** What customers say when Alexa asks for this slot. */
  readonly samples: readonly string[]
  /** Whether the slot collects several values: "salt and pepper". */
  readonly multipleValues: boolean
}

/** A slot type of an interaction model. */
export interface SlotType {
  readonly name: string
  readonly values: readonly SlotTypeValue[]
}

/** A value of a slot type, with its synonyms. */
export interface SlotTypeValue {
  readonly id: string | undefined
  readonly name: string
  readonly synonyms: readonly string[]
}

/**
 * Reads an interaction model from the JSON of a file in `skill-package/interactionModels/custom`, with or without the
 * outer `interactionModel`. Skips what it does not understand, and does not check whether Alexa would accept the model.
 *
 * @param json The parsed file.
 * @see https://developer.amazon.com/en-US/docs/alexa/smapi/interaction-model-schema.html
 */
export function readInteractionModel(locale: string, json: unknown): InteractionModel {
  const interactionModel = memberOf(json, 'interactionModel') ?? json
  const languageModel = memberOf(interactionModel, 'languageModel')
  return {
    locale,
    invocationName: textOf(memberOf(languageModel, 'invocationName')),
    intents: listOf(memberOf(languageModel, 'intents')).flatMap(readIntent),
    types: listOf(memberOf(languageModel, 'types')).flatMap(readType),
    dialog: readDialogModel(interactionModel),
  }
}

function readIntent(intent: unknown): ModelIntent[] {
  const name = textOf(memberOf(intent, 'name'))
  if (name === undefined) return []
  const slots = listOf(memberOf(intent, 'slots')).flatMap(readSlot)
  return [{ name, samples: textsOf(memberOf(intent, 'samples')), slots }]
}

function readSlot(slot: unknown): ModelSlot[] {
  const name = textOf(memberOf(slot, 'name'))
  if (name === undefined) return []
  return [
    {
      name,
      type: textOf(memberOf(slot, 'type')) ?? '',
      samples: textsOf(memberOf(slot, 'samples')),
      multipleValues: memberOf(memberOf(slot, 'multipleValues'), 'enabled') === true,
    },
  ]
}

function readType(type: unknown): SlotType[] {
  const name = textOf(memberOf(type, 'name'))
  if (name === undefined) return []
  return [{ name, values: listOf(memberOf(type, 'values')).flatMap(readValue) }]
}

function readValue(value: unknown): SlotTypeValue[] {
  const content = memberOf(value, 'name')
  const name = textOf(memberOf(content, 'value'))
  if (name === undefined) return []
  return [{ id: textOf(memberOf(value, 'id')), name, synonyms: textsOf(memberOf(content, 'synonyms')) }]
}
