import type { PromptWords } from './language.js'

/**
 * The start of a sentence in languages with the word order of Spanish: `Para reservar tu mesa, Table Talk`, or only the
 * skill's name. The name is used as the developer wrote it.
 */
export function skillForPurpose(inOrderTo: string, thisSkill: string): (words: PromptWords) => string {
  return ({ purpose, skillName }) =>
    purpose === undefined
      ? (skillName ?? thisSkill.charAt(0).toUpperCase() + thisSkill.slice(1))
      : `${inOrderTo} ${purpose}, ${skillName ?? thisSkill}`
}
