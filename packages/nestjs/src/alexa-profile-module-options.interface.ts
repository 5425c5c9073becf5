import type { ProfileClientOptions, RequestEnvelope, ShouldAskOf } from '@alexa-profile/core'
import type { RequestVerifierOptions } from '@alexa-profile/request-verifier'

/** Whether to ask this customer for consent now. Amazon wants seven days between reminders. */
export type ShouldAsk = ShouldAskOf<RequestEnvelope>

/** How `AlexaRequestGuard` tells Alexa's requests from others. */
export interface VerificationOptions extends RequestVerifierOptions {
  /**
   * Also lets requests through that bear no signature: for trying a skill with a tool that cannot sign. The emulator can,
   * so with it leave this alone. Said in the log at each start; an app whose `NODE_ENV` is `production` does not start
   * with it. Default: false.
   */
  readonly acceptUnsignedInDevelopment?: boolean | undefined
}

export interface AlexaProfileModuleOptions extends ProfileClientOptions {
  /** What `AlexaRequestGuard` needs to know. Required where the guard is used. */
  readonly verification?: VerificationOptions | undefined
  /**
   * Default for all handlers with `@RequireProfile()`. With `forRootAsync` it can use what the factory is injected.
   * Default: always. It is not called after the customer has declined in the session: then the skill does not ask.
   */
  readonly shouldAsk?: ShouldAsk | undefined
  /**
   * What the platform leaves for the turn of this HTTP request, in milliseconds, asked at each read: on AWS Lambda, what its
   * `context.getRemainingTimeInMillis()` gives. Reads end half a second earlier. Default, and where it gives `undefined`: what
   * is left of the 8 s that Alexa waits, which nothing makes longer.
   */
  readonly timeLeftMs?: ((httpRequest: object) => number | undefined) | undefined
}

/** What `forRootAsync({ useClass })` makes options with. */
export interface AlexaProfileOptionsFactory {
  createAlexaProfileOptions(): AlexaProfileModuleOptions | Promise<AlexaProfileModuleOptions>
}
