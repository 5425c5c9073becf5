import type { AskForConsent, ProfileClientOptions, RequestEnvelope } from '@alexa-profile/core'
import type { RequestVerifierOptions } from '@alexa-profile/request-verifier'

/** Whether the customer may be asked for consent now. A skill that keeps a memory says no for some days after a no. */
export type ShouldAsk = (envelope: RequestEnvelope, decision: AskForConsent) => boolean | Promise<boolean>

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
   * Default: always. In a session in which the customer said no, it is not called and nobody asks.
   */
  readonly shouldAsk?: ShouldAsk | undefined
  /**
   * How many turns may be under way at once on this server. Others wait for up to a second, and then hear at once that the
   * skill is too busy (the prompt `tooBusy`), or are answered with status 503 where nobody would hear it. Before that
   * nothing has been spent on them, not even a look at their signature. Only requests with Alexa's `SignatureCertChainUrl`
   * count; where several modules share a server, the first one's option does. Set it where handlers share something
   * scarce, such as connections to a database, and where they wait for more than four seconds for something that takes many
   * at once. Default: as many as were over in the last five seconds, and 64 at least; `Infinity` for no limit and no
   * waiting, where something in front of the server sees to it.
   */
  readonly maxTurns?: number | undefined
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
