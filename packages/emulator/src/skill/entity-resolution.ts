import { createHash } from 'node:crypto'
import type { Resolutions } from '../wire/request.js'
import type { InteractionModel, SlotType, SlotTypeValue } from './interaction-model.js'

/**
 * Finds the values of a slot type that a spoken value stands for, in the form that Alexa sends.
 *
 * Values that the skill has added in this session come before those of the model.
 *
 * @returns Undefined for a type that the model does not define, such as `AMAZON.DATE`.
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/entity-resolution.html (read 2026-11-28)
 */
export function resolve(
  spoken: string,
  typeName: string,
  { skillId, model, dynamicTypes = [], match }: ResolutionContext,
): Resolutions | undefined {
  const dynamic = dynamicTypes.find(({ name }) => name === typeName)
  const type = model.types.find(({ name }) => name === typeName)
  const authorities = [
    ...(dynamic ? [{ authority: `amzn1.er-authority.echo-sdk.dynamic.${skillId}.${typeName}`, type: dynamic }] : []),
    ...(type ? [{ authority: `amzn1.er-authority.echo-sdk.${skillId}.${typeName}`, type }] : []),
  ]
  if (authorities.length === 0) return undefined
  return { resolutionsPerAuthority: authorities.map((each) => resolution(spoken, each, match)) }
}

interface ResolutionContext {
  readonly skillId: string
  readonly model: Pick<InteractionModel, 'types'>
  readonly dynamicTypes?: readonly SlotType[] | undefined
  /** The value that the customer meant, if the words are not exactly a name or synonym. */
  readonly match?: SlotTypeValue | undefined
}

function resolution(
  spoken: string,
  { authority, type }: { readonly authority: string; readonly type: SlotType },
  match: SlotTypeValue | undefined,
): Resolutions['resolutionsPerAuthority'][number] {
  const exact = matchingValues(spoken, type)
  const matches = exact.length > 0 ? exact : type.values.filter(({ name }) => name === match?.name)
  return {
    authority,
    status: { code: matches.length > 0 ? 'ER_SUCCESS_MATCH' : 'ER_SUCCESS_NO_MATCH' },
    ...(matches.length > 0 && {
      values: matches.map(({ id, name }) => ({ value: { name, id: id ?? generatedId(name) } })),
    }),
  }
}

/** Finds the values with this name or synonym, those by name first. Ignores letter case and spaces. */
export function matchingValues(spoken: string, { values }: SlotType): readonly SlotTypeValue[] {
  const wanted = normalized(spoken)
  const byName = values.filter(({ name }) => normalized(name) === wanted)
  const bySynonym = values.filter(
    (value) => !byName.includes(value) && value.synonyms.some((synonym) => normalized(synonym) === wanted),
  )
  return [...byName, ...bySynonym]
}

function normalized(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Alexa uses the MD5 hash of the name as the id of a value without an id. */
function generatedId(name: string): string {
  return createHash('md5').update(name).digest('hex')
}
