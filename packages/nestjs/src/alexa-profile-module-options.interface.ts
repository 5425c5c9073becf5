import type { ProfileClientOptions, RequestEnvelope, ShouldAskOf } from '@alexa-profile/core'
import type { RequestVerifierOptions } from '@alexa-profile/request-verifier'

/** Whether to ask this customer for consent now. Amazon asks for seven days between reminders. */
export type ShouldAsk = ShouldAskOf<RequestEnvelope>

/** How `AlexaRequestGuard` verifies requests. */
export interface VerificationOptions extends RequestVerifierOptions {
  /**
   * Also accepts requests without a signature, to try a skill with a tool that cannot sign. The emulator signs, so it
   * does not need this option. Logged as a warning at each start. An app does not start with it if `NODE_ENV` is
   * `production`. Default: false.
   */
  readonly acceptUnsignedInDevelopment?: boolean | undefined
}

/** Options of `AlexaProfileModule`. */
export interface AlexaProfileModuleOptions extends ProfileClientOptions {
  /** The options of `AlexaRequestGuard`, which requires them. */
  readonly verification?: VerificationOptions | undefined
  /**
   * Whether to ask this customer for consent now. Default for all handlers with `@RequireProfile()`. With
   * `forRootAsync`, it can use the providers injected into the factory. Not called after the customer has declined in
   * this session, because the skill then does not ask. Default: always.
   */
  readonly shouldAsk?: ShouldAsk | undefined
  /**
   * Returns the time that the platform leaves for the turn of this HTTP request, in milliseconds. Called at each read,
   * which ends half a second earlier. On AWS Lambda, return `context.getRemainingTimeInMillis()`. Default, also for
   * `undefined`: the rest of the 8 s that Alexa waits, which is always the upper limit.
   */
  readonly timeLeftMs?: ((httpRequest: object) => number | undefined) | undefined
}

/** The interface of classes for `forRootAsync({ useClass })`. */
export interface AlexaProfileOptionsFactory {
  createAlexaProfileOptions(): AlexaProfileModuleOptions | Promise<AlexaProfileModuleOptions>
}
