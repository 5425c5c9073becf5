import type { PromptWords } from './language.js'

/**
 * The start of a sentence in languages that say it as Spanish does: `Para reservar tu mesa, Table Talk`, or the skill
 * alone. A skill's own name is said as its developer writes it.
 */
export function skillForPurpose(inOrderTo: string, thisSkill: string): (words: PromptWords) => string {
  return ({ purpose, skillName }) =>
    purpose === undefined
      ? (skillName ?? thisSkill.charAt(0).toUpperCase() + thisSkill.slice(1))
      : `${inOrderTo} ${purpose}, ${skillName ?? thisSkill}`
}
