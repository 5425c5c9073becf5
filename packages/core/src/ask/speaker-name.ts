import { escapeSsml } from './escape-ssml.js'

/**
 * Returns SSML that makes Alexa say the recognized speaker's first name. It needs no consent, because the skill never
 * receives the name. Use it in speech only.
 *
 * @param person `context.System.person` of the request, when it has a `personId`
 * @see https://developer.amazon.com/docs/custom-skills/add-personalized-greetings-or-prompts.html (read 2026-11-23)
 *
 * @example `Welcome back, ${speakerName({ personId })}.`
 */
export function speakerName({ personId, type = 'first' }: { personId: string; type?: 'first' | undefined }): string {
  return `<alexa:name type="${type}" personId="${escapeSsml(personId)}"/>`
}
