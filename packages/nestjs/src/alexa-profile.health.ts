import { Inject, Injectable } from '@nestjs/common'
import type { AlexaProfileService } from './alexa-profile.service.js'
import { ALEXA_PROFILE_SERVICE } from './alexa-profile.tokens.js'

/** Fewer may be a customer's bad luck. */
const telling = 3

/**
 * Whether Alexa's profile API answers, for `HealthCheckService` of `@nestjs/terminus` 11 and later. It looks back at the last
 * minute and sends nothing: without a customer's request there is no token to ask with.
 *
 * @example
 * health.check([() => alexaProfileHealth.isHealthy('alexa')])
 */
@Injectable()
export class AlexaProfileHealthIndicator {
  constructor(@Inject(ALEXA_PROFILE_SERVICE) private readonly service: AlexaProfileService) {}

  /**
   * `down` when none of the reads of the last minute was answered, and there were three at least: not with a value, nor with
   * what else the API can say.
   *
   * @param key the name to report under. Default: `alexa-profile`.
   */
  isHealthy<Key extends string = 'alexa-profile'>(
    key = 'alexa-profile' as Key,
  ): Record<Key, { status: 'up' | 'down'; reads: number; failed: number; lastFailure?: string }> {
    const summary = this.service.recentReads()
    const status = summary.failed >= telling && summary.failed === summary.reads ? 'down' : 'up'
    return { [key]: { status, ...summary } } as ReturnType<typeof this.isHealthy<Key>>
  }
}
