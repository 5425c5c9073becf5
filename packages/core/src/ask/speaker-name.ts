import { escapeSsml } from './escape-ssml.js'

/**
 * SSML that has Alexa say the first name of the recognized speaker, which needs no consent because the skill never
 * learns the name. Only in a response's speech.
 *
 * @param person `context.System.person` of the request, when it has a `personId`
 * @see https://developer.amazon.com/docs/custom-skills/add-personalized-greetings-or-prompts.html (read 2026-11-23)
 *
 * @example `Welcome back, ${speakerName({ personId })}.`
 */
export function speakerName({ personId, type = 'first' }: { personId: string; type?: 'first' | undefined }): string {
  return `<alexa:name type="${type}" personId="${escapeSsml(personId)}"/>`
}
