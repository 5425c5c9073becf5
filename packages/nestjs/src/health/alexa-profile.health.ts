import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ReadEnd } from '@alexa-profile/core'
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import { createRecentReads } from './recent-reads.js'

/** Fewer failures may be a coincidence. */
const telling = 3

/**
 * Reports whether Alexa's profile API responds, for `HealthCheckService` of `@nestjs/terminus` 11 and later. Add it to
 * the `providers` of a module. It then remembers the results of this process's reads in the last minute, at most 20. It
 * sends nothing, because it has no token without a customer's request.
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
   * Reports `down` if there were at least three reads in the last minute and Alexa's API responded to none of them.
   *
   * @param key the name in the report; default: `alexa-profile`
   */
  isHealthy<Key extends string = 'alexa-profile'>(
    key = 'alexa-profile' as Key,
  ): Record<Key, { status: 'up' | 'down'; reads: number; failed: number; lastFailure?: string }> {
    const summary = this.reads.summary()
    const status = summary.failed >= telling && summary.failed === summary.reads ? 'down' : 'up'
    return { [key]: { status, ...summary } } as ReturnType<typeof this.isHealthy<Key>>
  }
}
