import type { CustomerData } from './customer/profile-record.js'
import type { LambdaRuntime } from './skill/lambda-runtime.js'
import type { SkillOptions } from './skill/skill-definition.js'

/** Options of `startEmulator()`. */
export interface EmulatorOptions {
  /** TCP port on 127.0.0.1. Default: 0, which means any free port. */
  readonly port?: number | undefined
  /** Serves HTTPS with a certificate made at the start. Clients must trust `certificateAuthority`. Default: false. */
  readonly https?: boolean | undefined
  /**
   * The folder of the skill package, or the manifest in it. A relative path starts from the current folder. The
   * emulator reads the declared scopes, event subscriptions, locales and interaction models from it, and the skill's id
   * if ask-cli has deployed the skill from there. Default: none. Then every scope is declared, every event is
   * delivered, and locales, intents and slots are not checked.
   */
  readonly skillPackage?: string | URL | undefined
  /** What Alexa knows about the skill. Overrides the skill package. */
  readonly skill?: SkillOptions | undefined
  /** What Alexa has on file for the first customer. Default: Ann Example, who has a value in each field. */
  readonly customer?: CustomerData | undefined
  /**
   * The Lambda runtime whose rules handlers must follow. `nodejs24.x` rejects handlers with a callback, and their
   * context has no `done`, `succeed` and `fail`. `nodejs22.x` ignores a value that a handler returns without a promise.
   * Default: both kinds of handlers run, with a process warning about callbacks. These rules do not apply to a skill at
   * a URL.
   */
  readonly runtime?: LambdaRuntime | undefined
  /** Milliseconds to wait for the skill's response to a request or event. Default: 8000, as with Alexa. */
  readonly skillTimeoutMs?: number | undefined
  /** Milliseconds before an unacknowledged event is sent again. Default: 50. */
  readonly eventRetryDelayMs?: number | undefined
}

export const emulatorOptionNames: readonly string[] = [
  'port',
  'https',
  'skillPackage',
  'skill',
  'customer',
  'runtime',
  'skillTimeoutMs',
  'eventRetryDelayMs',
]
