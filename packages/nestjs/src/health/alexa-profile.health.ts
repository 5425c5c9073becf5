import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ReadEnd } from '@alexa-profile/core'
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import { createRecentReads } from './recent-reads.js'

/** Fewer may be a customer's bad luck. */
const telling = 3

/**
 * Whether Alexa's profile API answers, for `HealthCheckService` of `@nestjs/terminus` 11 and later. Add it to the `providers`
 * of a module: from then on it remembers how the last minute's reads of this process ended, 20 at most. It sends nothing:
 * without a customer's request there is no token to ask with.
 *
 * @example
 * health.check([() => alexaProfileHealth.isHealthy('alexa')])
 */
@Injectable()
export class AlexaProfileHealthIndicator implements OnModuleInit, OnModuleDestroy {
  private readonly reads = createRecentReads()
  private readonly note = (message: unknown) => this.reads.note(message as ReadEnd)

  onModuleInit(): void {
    subscribe('alexa-profile:read:end', this.note)
  }

  onModuleDestroy(): void {
    unsubscribe('alexa-profile:read:end', this.note)
  }

  /**
   * `down` if the last minute had three reads or more, and Alexa's API answered none of them.
   *
   * @param key the name to report under. Default: `alexa-profile`.
   */
  isHealthy<Key extends string = 'alexa-profile'>(
    key = 'alexa-profile' as Key,
  ): Record<Key, { status: 'up' | 'down'; reads: number; failed: number; lastFailure?: string }> {
    const summary = this.reads.summary()
    const status = summary.failed >= telling && summary.failed === summary.reads ? 'down' : 'up'
    return { [key]: { status, ...summary } } as ReturnType<typeof this.isHealthy<Key>>
  }
}
