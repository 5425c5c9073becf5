import type { SlotValidation } from '../skill/dialog-model.js'
import type { SimpleSlotValue, Slot } from '../wire/request.js'

type Check = (value: SimpleSlotValue, members: SlotValidation['members']) => boolean

const checks: Readonly<Record<string, Check>> = {
  hasEntityResolutionMatch: ({ resolutions }) =>
    resolutions?.resolutionsPerAuthority.some(({ status }) => status.code === 'ER_SUCCESS_MATCH') ?? false,
  isInSet: ({ value }, { values }) => isAmong(value, values),
  isNotInSet: ({ value }, { values }) => !isAmong(value, values),
  isGreaterThan: ({ value }, limit) => Number(value) > Number(limit.value),
  isGreaterThanOrEqualTo: ({ value }, limit) => Number(value) >= Number(limit.value),
  isLessThan: ({ value }, limit) => Number(value) < Number(limit.value),
  isLessThanOrEqualTo: ({ value }, limit) => Number(value) <= Number(limit.value),
}

/**
 * The first rule of the dialog model that a value breaks. The rules about periods of time are not looked at.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/validate-slot-values.html (read 2026-11-28)
 */
export function brokenValidation(
  { slotValue }: Slot,
  validations: readonly SlotValidation[],
): SlotValidation | undefined {
  const values = slotValue?.type === 'List' ? slotValue.values : slotValue ? [slotValue] : []
  return validations.find(({ type, members }) => {
    const check = Object.hasOwn(checks, type) ? checks[type] : undefined
    return check !== undefined && !values.every((value) => check(value, members))
  })
}

function isAmong(value: string, values: unknown): boolean {
  return Array.isArray(values) && values.some((one) => String(one).toLowerCase() === value.toLowerCase())
}
