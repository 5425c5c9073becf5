import type { Violation } from './violation.js'

/** What the skill returned, as JSON, or how it failed. */
export type SkillResult =
  | { readonly returned: unknown; readonly violation?: never }
  | { readonly violation: Violation; readonly returned?: never }

const maximumDepth = 500

export function failure(rule: string, message: string, location?: string): SkillResult {
  return { violation: { rule, message, ...(location !== undefined && { location }) } }
}

/**
 * Reads what the skill returned. Extremely deep JSON would exhaust the stack of code that walks through it, here and in
 * tests.
 *
 * @throws {SyntaxError} if the text is not JSON
 */
export function fromJson(text: string): SkillResult {
  const returned: unknown = JSON.parse(text)
  if (!isDeeper(returned, maximumDepth)) return { returned }
  return failure('skill-not-json', `The skill's response is nested more than ${maximumDepth} levels deep.`)
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1))
}
