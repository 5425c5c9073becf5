import type { Server } from 'node:http'
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'

/**
 * Closes each connection as soon as its request is answered while the app shuts down. A server that closes ends only the
 * connections that are idle at that moment, and waits for the keep-alive timeout of the others (72 s on Fastify).
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
