import type { ProfileClientOptions } from '@alexa-profile/core'
import type { SkillFunction } from '@alexa-profile/emulator'

/**
 * A skill built with the integration under test, in the way its users would build one. It understands these intents:
 *
 * - `RequireIntent`: requires `givenName` and `email`, would like `mobileNumber`, `{ purpose: 'book your table' }`, by
 *   whatever the integration has for that. Then says `Booked for <givenName>, <email>, <phoneNumber or none>.`
 * - `RequireByVoiceIntent`: requires the same with voice consent and the reprompt `Anything else?`, and says `Booked for
 *   <givenName> on <value of its slot date>.`
 * - `GoOnWithoutIntent`: requires `email` with voice consent, and says `Booked.` Where the customer does not agree, or is
 *   not to be asked, it says `On <value of its slot date> without email: <answer>.` and keeps the session open.
 * - `RequireSpeakerIntent`: requires the speaker's `givenName` with voice consent, and says `Hello <givenName>.`
 * - `ReadIntent`: reads `email`, and says `email is <status>.`
 * - `ReadTwiceIntent`: reads `email` in two places that know nothing of each other (an interceptor and the handler,
 *   say), and says `Twice <status>.`
 *
 * On a permission event it reads `email` with the event's token and adds `<status of email> for <number of scopes>` to
 * `heard`; on SkillDisabled it adds `disabled`. Every other request is answered with `Not ours.`
 *
 * An error that reaches the framework's own error handling is answered with `Error <code of the error>.`
 */
export interface Harness {
  readonly skill: SkillFunction
  /** What events made it do, oldest first. */
  readonly heard: readonly string[]
  close?(): void | Promise<void>
}

/** @param options how the integration is to be configured */
export type CreateHarness = (options: ProfileClientOptions) => Harness | Promise<Harness>
