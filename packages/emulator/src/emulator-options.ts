import type { CustomerData } from './customer/profile-record.js'
import type { LambdaRuntime } from './skill/lambda-runtime.js'
import type { SkillOptions } from './skill/skill-definition.js'

export interface EmulatorOptions {
  /** TCP port on 127.0.0.1. Default 0: any that is free. */
  readonly port?: number | undefined
  /** Serve HTTPS, with a certificate made at the start. Trust `certificateAuthority` to connect. Default false. */
  readonly https?: boolean | undefined
  /**
   * The folder of the skill package, or the manifest in it; a relative path starts from the current folder. From it come
   * what the manifest declares, which events it subscribes to, locales and interaction models, and the skill's id if
   * ask-cli has deployed the skill from there. Default: none. Then every scope is declared, every event is delivered, and
   * locales, intents and slots are not checked.
   */
  readonly skillPackage?: string | URL | undefined
  /** What Alexa knows of the skill. It wins over the skill package. */
  readonly skill?: SkillOptions | undefined
  /** What Alexa has on file for the first customer. Default: Ann Example, who has a value in each field. */
  readonly customer?: CustomerData | undefined
  /**
   * The Lambda runtime whose rules handlers have to keep. `nodejs24.x` refuses handlers with a callback, and their context
   * has no `done`, `succeed` and `fail`. `nodejs22.x` ignores a value that a handler returns without a promise. Default:
   * both kinds run, with a process warning about the first. A skill at a URL has no such rules.
   */
  readonly runtime?: LambdaRuntime | undefined
  /** Milliseconds that a device, or an event, waits for the skill. Default 8000, as Alexa. */
  readonly skillTimeoutMs?: number | undefined
  /** Milliseconds until an event that the skill has not acknowledged is sent again. Default 50. */
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
