import type { Server } from 'node:http'
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'

/**
 * While the app shuts down, closes each connection as soon as its request is answered. A server that closes does so only
 * to those that are idle at that moment; the others would be waited for until their keep-alive ends, on Fastify 72 s.
 */
@Injectable()
export class IdleConnections implements BeforeApplicationShutdown, OnApplicationShutdown {
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(@Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server: Server = this.adapterHost.httpAdapter.getHttpServer()
    this.timer = setInterval(() => server.closeIdleConnections(), 50)
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }
}
