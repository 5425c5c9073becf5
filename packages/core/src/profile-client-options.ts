import type { ConsentCardOptions } from './ask/consent-card.js'
import { scopesOf } from './ask/declared-scopes.js'
import { checkPromptOptions, type PromptOptions } from './ask/prompts/prompts.js'
import { checkConsent, type RespondToOptions } from './ask/respond-to.js'
import { assertFunctions } from './base/check-functions.js'
import { checkDuration, checkOptionNames } from './base/check-option.js'
import { systemClock } from './base/clock.js'
import { withoutPrototype } from './base/own.js'
import { ProfileError } from './base/profile-error.js'
import { createTransport, type TransportOptions } from './http/transport.js'
import type { ReadSettings } from './read/field-reader.js'
import { FieldUrls } from './read/field-urls.js'
import type { ReadEnd } from './read/watch.js'

/** Options of `createProfileClient`. Every option has a default that suits a skill on AWS Lambda. */
export interface ProfileClientOptions
  extends TransportOptions,
    Omit<PromptOptions, 'purpose'>,
    ConsentCardOptions,
    Pick<RespondToOptions, 'consent'> {
  /**
   * The time limit for all reads of one request together, including retries, in milliseconds. Default: 3000. Alexa
   * waits 8 s for a skill.
   */
  readonly deadlineMs?: number | undefined
  /**
   * The time limit for one HTTP request, in milliseconds. If 256 are in progress, the wait for a connection does not
   * count. Default: 1200, which leaves time for a second one.
   */
  readonly attemptTimeoutMs?: number | undefined
  /**
   * The maximum number of retries after 429, 500, 502, 503, 504, a network failure or a timeout. The
   * deadline and the process's retry budget may allow less. Default: 2. Use 0 for no retries.
   */
  readonly maxRetries?: number | undefined
  /** Called after each read that sent a request, with its field, status, attempts and duration. Default: none. */
  readonly onRead?: ((event: ReadEnd) => void) | undefined
}

const optionNames = [
  'agent',
  'allowedEndpoints',
  'attemptTimeoutMs',
  'ca',
  'consent',
  'deadlineMs',
  'declaredScopes',
  'maxRetries',
  'onRead',
  'prompts',
  'skillName',
]

/**
 * For integrations: checks the names of a client's options together with the integration's own: `shouldAsk`, which
 * every integration has, and others. Returns a copy without a prototype. Remove the integration's options before you
 * create the client.
 *
 * @throws {ProfileError} `option-unknown`, `option-invalid`
 */
export function integrationOptions<Options extends ProfileClientOptions & { readonly shouldAsk?: unknown }>(
  options: Options,
  moreNames: readonly string[] = [],
): Options {
  checkOptionNames(options, ['shouldAsk', ...moreNames, ...optionNames])
  const own = withoutPrototype(options)
  assertFunctions({ shouldAsk: own.shouldAsk })
  return own
}

/** Checks a client's options and adds the defaults. @throws {ProfileError} `option-invalid` */
export function resolveOptions(options: ProfileClientOptions): {
  asking: Pick<ProfileClientOptions, 'consent' | 'declaredScopes' | 'prompts' | 'skillName'>
  settings: ReadSettings
} {
  checkOptionNames(options, optionNames)
  const own = withoutPrototype(options)
  const { deadlineMs = 3000, attemptTimeoutMs = 1200, maxRetries = 2 } = own
  const { agent, allowedEndpoints, ca, consent, declaredScopes, onRead, prompts, skillName } = own
  checkConsent(consent)
  checkPromptOptions({ prompts, skillName })
  const declared = declaredScopes && scopesOf(declaredScopes)
  if (onRead !== undefined && typeof onRead !== 'function') {
    throw new ProfileError('option-invalid', 'onRead must be a function.')
  }
  if (!Number.isInteger(maxRetries) || maxRetries < 0) {
    throw new ProfileError('option-invalid', 'maxRetries must be a whole number, 0 or more.')
  }
  const transport = createTransport({ agent, allowedEndpoints, ca })
  return {
    asking: { consent, declaredScopes: declared, prompts, skillName },
    settings: {
      deadlineMs: checkDuration('deadlineMs', deadlineMs),
      policy: {
        transport,
        urls: new FieldUrls(transport.allowedOrigins),
        clock: systemClock,
        random: Math.random,
        attemptTimeoutMs: checkDuration('attemptTimeoutMs', attemptTimeoutMs),
        maxRetries,
        onRead,
      },
    },
  }
}
