import { listOf, memberOf, textOf, textsOf } from '../base/json-value.js'
import type { SlotType } from '../skill/interaction-model.js'
import type { Directive } from '../wire/response.js'

/**
 * Returns the values that the skill has added to slot types in this session, after a response.
 *
 * @param before The values after the response before it.
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/use-dynamic-entities-for-customized-interactions.html (read 2026-11-28)
 */
export function dynamicTypesAfter(directives: readonly Directive[], before: readonly SlotType[]): readonly SlotType[] {
  const update = directives.find(({ type }) => type === 'Dialog.UpdateDynamicEntities')
  if (update === undefined) return before
  if (update.updateBehavior === 'CLEAR') return []
  return listOf(update.types).flatMap((type): SlotType[] => {
    const name = textOf(memberOf(type, 'name'))
    if (name === undefined) return []
    return [{ name, values: listOf(memberOf(type, 'values')).flatMap(dynamicValue) }]
  })
}

function dynamicValue(value: unknown): SlotType['values'] {
  const content = memberOf(value, 'name')
  const name = textOf(memberOf(content, 'value'))
  if (name === undefined) return []
  return [{ id: textOf(memberOf(value, 'id')), name, synonyms: textsOf(memberOf(content, 'synonyms')) }]
}
