import type { ProfileClientOptions } from '@alexa-profile/core'
import type { SkillFunction } from '@alexa-profile/emulator'

/**
 * A skill built with the integration under test, in the way its users would build one. It understands four intents:
 *
 * - `RequireIntent`: requires `givenName` and `email`, would like `mobileNumber`, `{ purpose: 'book your table' }`, by
 *   whatever the integration has for that. Then says `Booked for <givenName>, <email>, <phoneNumber or none>.`
 * - `RequireSpeakerIntent`: requires the speaker's `givenName`, and says `Hello <givenName>.`, else answers with the
 *   integration's `respondTo`.
 * - `ReadIntent`: reads `email`, and says `email is <status>.`
 * - `ReadTwiceIntent`: reads `email` in two places that know nothing of each other (an interceptor and the handler,
 *   say), and says `Twice <status>.`
 *
 * An error that reaches the framework's own error handling is answered with `Error <code of the error>.`
 */
export interface Harness {
  readonly skill: SkillFunction
  close?(): void | Promise<void>
}

/** @param options how the integration is to be configured */
export type CreateHarness = (options: ProfileClientOptions) => Harness | Promise<Harness>
