import type { AskForConsent, ProfileClientOptions } from '@alexa-profile/core'

/**
 * A skill built with the integration under test, as its users would build one. It understands these requests:
 *
 * - `RequireIntent`: requires `givenName` and `email`, optionally `mobileNumber`, `{ purpose: 'book your table' }`. Then it
 *   says `Booked for <givenName>, <email>, <phoneNumber or none>.`
 * - `RequireByVoiceIntent`: requires the same with voice consent and the reprompt `Anything else?`, and says `Booked for
 *   <givenName> on <value of its slot date>.` If the request has a `dialogState`, it adds ` Dialog <dialogState>.`
 * - `GoOnWithoutIntent`: requires `email` with voice consent, and says `Booked.` Its `declined` says `On <value of its slot
 *   date> without email: <answer>.` and keeps the session open.
 * - `OtherwiseIntent`: requires `email` with voice consent, and says `Mailed <email>.` Its `otherwise` says `Instead:
 *   try-later.` for that decision, and sends the usual response for all others.
 * - a launch: requires `givenName` with voice consent, and says `Welcome, <givenName>.`
 * - `RequireSpeakerIntent`: requires the speaker's `givenName` with voice consent, and says `Hello <givenName>.`
 * - `ReadIntent`: reads `email`, and says `email is <status>.`
 * - `ReadTwiceIntent`: reads `email` in two independent places (such as an interceptor and the handler),
 *   and says `Twice <status>.`
 * - the end of a session: requires `email`. Its `otherwise` adds `ended: <action>` to `heard` and sends the usual response.
 *
 * On a permission event it reads `email` with the event's token and adds `<status of email> for <number of scopes>` to
 * `heard`; on SkillDisabled it adds `disabled`. It says `Not ours.` to every other request of a customer, and acknowledges
 * every other event.
 *
 * If an error reaches the framework's own error handling, it says `Error <code of the error>.`
 */
export interface Harness {
  readonly skill: AsyncHandler
  /** The skill's reactions to events, oldest first. */
  readonly heard: readonly string[]
  close?(): void | Promise<void>
}

/** The options of the integration. */
export interface HarnessOptions extends ProfileClientOptions {
  /** The integration's own `shouldAsk`, called with the name of the intent in place of the framework's object. */
  readonly shouldAsk?: ((intent: string | undefined, decision: AskForConsent) => boolean | Promise<boolean>) | undefined
}

export type CreateHarness = (options: HarnessOptions) => Harness | Promise<Harness>

/** A handler without a callback, because cases also call it directly. */
export type AsyncHandler = (event: never, context: never) => unknown
