import { createHash } from 'node:crypto'
import type { Resolutions } from '../wire/request.js'
import type { InteractionModel, SlotType, SlotTypeValue } from './interaction-model.js'

/**
 * Which values of a slot type a spoken value stands for, as Alexa tells a skill.
 *
 * Values that the skill has added in this session come before those of the model.
 *
 * @returns undefined for a type that the model does not define, such as `AMAZON.DATE`.
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
  /** The value that is meant if no name and no synonym is what was said. */
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

/** The values whose name or synonym this is, those by name first. Letter case and spaces do not count. */
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

/** Alexa gives a value without an id the MD5 hash of its name. */
function generatedId(name: string): string {
  return createHash('md5').update(name).digest('hex')
}
