import { once } from 'node:events'
import http from 'node:http'
import { type ClientHttp2Session, connect } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { Controller, type INestApplication, Logger, Module, UseInterceptors } from '@nestjs/common'
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { AlexaProfileModule, OnIntent, OnLaunch, ProfileInterceptor } from '../src/index.js'
import { AlexaProfileOverloadModule } from '../src/overload.js'
import { intentOf, requestOf } from './support/request.js'
import { adapterNames, createAdapter } from './support/start-app.js'

/** The handlers of HangIntent that are waiting. */
let hanging: (() => void)[] = []

@Controller('alexa')
@UseInterceptors(ProfileInterceptor)
class SkillController {
  @OnLaunch()
  welcome() {
    return 'Welcome.'
  }

  @OnIntent('HangIntent')
  async hang() {
    await new Promise<void>((resolve) => hanging.push(resolve))
    return 'At last.'
  }
}

@Module({
  imports: [AlexaProfileModule.forRoot({}), AlexaProfileOverloadModule.forRoot({ maxTurns: 1 })],
  controllers: [SkillController],
})
class SkillModule {}

async function create(adapter: AbstractHttpAdapter): Promise<INestApplication> {
  hanging = []
  const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue()
  onTestFinished(() => warn.mockRestore())
  const app = await NestFactory.create(SkillModule, adapter, { rawBody: true, logger: false, abortOnError: false })
  onTestFinished(() => app.close())
  return app
}

const launch = JSON.stringify(requestOf({ type: 'LaunchRequest' }))
const hang = JSON.stringify(intentOf('HangIntent'))
const headers = {
  'content-type': 'application/json',
  signaturecertchainurl: 'https://s3.amazonaws.com/echo.api/cert.pem',
}

describe('overload protection over HTTP/2', () => {
  async function start() {
    const app = await create(new FastifyAdapter({ http2: true }) as unknown as AbstractHttpAdapter)
    await app.listen(0, '127.0.0.1')
    const session = connect(await app.getUrl())
    onTestFinished(() => session.destroy())
    return { app, session }
  }

  function open(session: ClientHttp2Session) {
    return session.request({ ':method': 'POST', ':path': '/alexa', ...headers }).on('error', () => {})
  }

  async function post(session: ClientHttp2Session, body: string): Promise<string> {
    let text = ''
    for await (const chunk of open(session).setEncoding('utf8').end(body)) text += chunk
    return text
  }

  it('starts as many turns as allowed and tells the other customers to try again later', async () => {
    const { session } = await start()
    const first = post(session, hang)
    await expect.poll(() => hanging).toHaveLength(1)
    expect(await post(session, launch)).toContain('too busy')
    hanging[0]?.()
    expect(await first).toContain('At last.')
    expect(await post(session, launch)).toContain('Welcome.')
  })

  it('frees the places of streams that were reset, before and after they started', async () => {
    const { session } = await start()
    const first = open(session).end(hang)
    await expect.poll(() => hanging).toHaveLength(1)
    const second = open(session).end(hang)
    setTimeout(() => second.close(8), 100)
    await once(second, 'close')
    first.close(8)
    expect(await post(session, launch)).toContain('Welcome.')
    expect(hanging).toHaveLength(1)
  })

  it('closes the stream of a rejected client that withholds its body', async () => {
    const { session } = await start()
    const first = post(session, hang)
    await expect.poll(() => hanging).toHaveLength(1)
    const slow = open(session).resume()
    slow.write('{')
    const [head] = await once(slow, 'response')
    expect(head[':status']).toBe(503)
    await once(slow, 'close')
    // This happens before the session is destroyed. Otherwise a Node 20 client with one stream reset and one open
    // hangs.
    hanging[0]?.()
    expect(await first).toContain('At last.')
  })

  it('shuts down without sending a header that HTTP/2 forbids', async () => {
    const warnings: string[] = []
    const note = ({ message }: Error) => warnings.push(message)
    process.on('warning', note)
    onTestFinished(() => void process.off('warning', note))
    const { app, session } = await start()
    const first = post(session, hang)
    await expect.poll(() => hanging).toHaveLength(1)
    const closed = app.close()
    await expect.poll(() => app.getHttpServer().listening).toBe(false)
    hanging[0]?.()
    expect(await first).toContain('At last.')
    session.close()
    await closed
    expect(warnings).toEqual([])
  })
})

it.each(adapterNames)('works on %s if another server passes its requests on', async (adapter) => {
  const app = await create(createAdapter(adapter))
  await app.init()
  await (app.getHttpAdapter().getInstance() as { ready?: () => unknown }).ready?.()
  const outer = http.createServer((...request) => void app.getHttpServer().emit('request', ...request))
  outer.listen(0, '127.0.0.1')
  await once(outer, 'listening')
  onTestFinished(() => void outer.close())
  const url = `http://127.0.0.1:${(outer.address() as AddressInfo).port}/alexa`
  const post = async (body: string) => (await fetch(url, { method: 'POST', headers, body })).text()

  const first = post(hang)
  await expect.poll(() => hanging).toHaveLength(1)
  expect(await post(launch)).toContain('too busy')
  hanging[0]?.()
  expect(await first).toContain('At last.')
  expect(await post(launch)).toContain('Welcome.')
})
