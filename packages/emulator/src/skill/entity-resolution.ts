import { createHash } from 'node:crypto'
import type { Resolutions } from '../wire/request.js'
import type { InteractionModel, SlotType, SlotTypeValue } from './interaction-model.js'

/**
 * Which values of a slot type a spoken value stands for, as Alexa tells a skill.
 *
 * @returns undefined for a type that the model does not define, such as `AMAZON.DATE`.
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/entity-resolution.html (read 2026-11-28)
 */
export function resolve(
  spoken: string,
  typeName: string,
  { skillId, model }: { readonly skillId: string; readonly model: Pick<InteractionModel, 'types'> },
): Resolutions | undefined {
  const type = model.types.find(({ name }) => name === typeName)
  if (type === undefined) return undefined
  const matches = matchingValues(spoken, type)
  return {
    resolutionsPerAuthority: [
      {
        authority: `amzn1.er-authority.echo-sdk.${skillId}.${typeName}`,
        status: { code: matches.length > 0 ? 'ER_SUCCESS_MATCH' : 'ER_SUCCESS_NO_MATCH' },
        ...(matches.length > 0 && {
          values: matches.map(({ id, name }) => ({ value: { name, id: id ?? generatedId(name) } })),
        }),
      },
    ],
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
