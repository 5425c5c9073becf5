import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Injectable,
  type LoggerService,
  Module,
  Post,
  type Type,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  AlexaEnvelope,
  AlexaProfileModule,
  AlexaRequestGuard,
  AlexaSlot,
  OnFallback,
  OnIntent,
  ProfileInterceptor,
  type VerificationOptions,
} from '../src/index.js'
import { callByGraphql } from './support/call-by-graphql.js'
import { intentOf, requestOf } from './support/request.js'
import { signatureOf, signedPost, verification } from './support/signed-post.js'
import { adapterNames, startApp } from './support/start-app.js'

afterEach(() => vi.unstubAllEnvs())

/** A skill that records the requests that reach its handler. */
async function guardedModule(options: Partial<VerificationOptions> = {}, heard: string[] = []): Promise<Type> {
  @Controller('alexa')
  @UseGuards(AlexaRequestGuard)
  @UseInterceptors(ProfileInterceptor)
  class GuardedController {
    @OnIntent('BookTableIntent')
    book(@AlexaSlot('date') date: string) {
      heard.push(`book ${date}`)
      return 'Booked.'
    }

    @OnFallback()
    other() {
      heard.push('other')
      return 'Other.'
    }
  }

  @Module({
    imports: [AlexaProfileModule.forRoot({ verification: { ...(await verification()), ...options } })],
    controllers: [GuardedController],
  })
  class GuardedModule {}

  return GuardedModule
}

function logInto(lines: string[]): LoggerService {
  const log = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '))
  return { log: () => undefined, warn: log, error: log }
}

function post(url: string, body: string, headers: Record<string, string> = {}) {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
}

describe.each(adapterNames)('AlexaRequestGuard on %s', (adapter) => {
  it('accepts requests that Alexa signed', async () => {
    const { url } = await startApp(await guardedModule(), adapter)

    const response = await signedPost(`${url}/alexa`, intentOf('BookTableIntent', { date: 'Grüß Gott 👋' }))

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ version: '1.0', response: { outputSpeech: { text: 'Booked.' } } })
  })

  it('rejects other requests with status 400 and the reason, without calling a handler', async () => {
    const heard: string[] = []
    const { url } = await startApp(await guardedModule({}, heard), adapter)
    const body = JSON.stringify(intentOf('BookTableIntent'))
    const signed = async (content: string, sent: string, headers = {}) =>
      post(`${url}/alexa`, sent, { ...(await signatureOf(content)), ...headers })

    const unsigned = await post(`${url}/alexa`, body)
    expect([unsigned.status, await unsigned.json()]).toMatchObject([
      400,
      { statusCode: 400, error: 'Bad Request', reason: 'signature-missing' },
    ])
    const answers = await Promise.all([
      signed(body, body.replace('BookTableIntent', 'BookTableIntenT')),
      signed(body, `${body} `),
      signed(body, JSON.stringify({ ...JSON.parse(body), extra: 1 })),
      signed('{}', '{}'),
      signed('[]', '[]'),
      signed('', ''),
      signed(body, body, { 'content-type': 'text/plain' }),
      signedPost(`${url}/alexa`, { ...requestOf({ type: 'LaunchRequest', timestamp: '2020-01-01T00:00:00Z' }) }),
      signedPost(
        `${url}/alexa`,
        JSON.stringify(requestOf({ type: 'LaunchRequest' })).replaceAll('table-talk', 'other'),
      ),
    ])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
    expect(heard).toEqual([])
  })

  it('rejects all requests and names rawBody: true if the app was created without it', async () => {
    const lines: string[] = []
    const { url } = await startApp(await guardedModule(), adapter, { rawBody: false, logger: logInto(lines) })

    const response = await signedPost(`${url}/alexa`, intentOf('BookTableIntent'))

    expect([response.status, await response.json()]).toMatchObject([400, { reason: 'body-not-raw' }])
    expect(lines.join('\n')).toContain('NestFactory.create(AppModule, { rawBody: true })')
  })

  it.each([
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'text/plain',
  ])('rejects a signed body that is sent again as %s', async (contentType) => {
    const heard: string[] = []
    const { url } = await startApp(await guardedModule({}, heard), adapter)

    const response = await signedPost(`${url}/alexa`, intentOf('BookTableIntent', { date: 'a=1&request[type]=b' }), {
      'content-type': contentType,
    })

    // Express and Fastify reject some of these requests themselves.
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(heard).toEqual([])
  })

  it('passes the verified envelope to @Body(), not the output of a body parser', async () => {
    /** Replaces a parser that reads the bytes differently. */
    @Injectable()
    class ForgingGuard implements CanActivate {
      canActivate(context: ExecutionContext) {
        context.switchToHttp().getRequest<{ body: unknown }>().body = { request: { type: 'Forged' } }
        return true
      }
    }
    @Controller('body')
    @UseGuards(ForgingGuard, AlexaRequestGuard)
    class BodyController {
      @Post()
      answer(@Body() body: unknown, @AlexaEnvelope() envelope: unknown) {
        return { body, envelope }
      }
    }
    @Module({
      imports: [AlexaProfileModule.forRoot({ verification: await verification() })],
      controllers: [BodyController],
    })
    class BodyModule {}
    const { url } = await startApp(BodyModule, adapter)
    const request = intentOf('BookTableIntent', { date: 'Friday' })

    const response = await signedPost(`${url}/body`, request)

    expect(await response.json()).toEqual({ body: request, envelope: request })
  })

  it('ignores values from prototypes', async () => {
    const heard: string[] = []
    const { url } = await startApp(await guardedModule({}, heard), adapter)
    const body = JSON.stringify(intentOf('BookTableIntent'))
    const hidden = body.replace('"intent":', '"__proto__":')

    const response = await signedPost(`${url}/alexa`, hidden)

    // Fastify's parser rejects the name. With Express, the intent has no name.
    expect(response.status).toBe(adapter === 'Fastify' ? 400 : 200)
    expect(heard).toEqual(adapter === 'Fastify' ? [] : ['other'])
  })

  it('rejects the same request the second time with rejectReplays', async () => {
    const heard: string[] = []
    const { url } = await startApp(await guardedModule({ rejectReplays: true }, heard), adapter)
    const request = intentOf('BookTableIntent', { date: 'Friday' })

    const statuses = []
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await signedPost(`${url}/alexa`, request)).status)

    expect(statuses).toEqual([200, 400, 400])
    expect(heard).toEqual(['book Friday'])
  })

  it('accepts unsigned requests in development only, with a warning', async () => {
    const lines: string[] = []
    const module = await guardedModule({ acceptUnsignedInDevelopment: true })
    const { url } = await startApp(module, adapter, { logger: logInto(lines) })

    expect(lines.join()).toContain('anyone can pose as Alexa')
    const body = JSON.stringify(intentOf('BookTableIntent'))
    expect((await post(`${url}/alexa`, body)).status).toBe(200)
    expect((await post(`${url}/alexa`, '{"request":"none"}')).status).toBe(400)
    expect((await post(`${url}/alexa`, body, await signatureOf('else'))).status).toBe(400)

    vi.stubEnv('NODE_ENV', 'production')
    await expect(startApp(module, adapter)).rejects.toThrow('NODE_ENV is production')
  })

  it('logs the reason of a rejection but nothing from the request', async () => {
    const lines: string[] = []
    const { url } = await startApp(await guardedModule(), adapter, { logger: logInto(lines) })

    await post(`${url}/alexa`, JSON.stringify(intentOf('BookTableIntent', { date: 'secret-date' })))

    expect(lines.join('\n')).toContain('Rejected a request (signature-missing)')
    expect(lines.join('\n')).not.toMatch(/secret|amzn1/)
  })

  it('protects a whole app as a global guard, with one verifier for all requests', async () => {
    @Controller('other')
    class OtherController {
      @OnFallback()
      other() {
        return 'Other.'
      }
    }
    @Module({
      imports: [await guardedModule({ rejectReplays: true })],
      controllers: [OtherController],
      providers: [{ provide: APP_GUARD, useClass: AlexaRequestGuard }],
    })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter)
    const launch = requestOf({ type: 'LaunchRequest' })

    expect((await post(`${url}/other`, JSON.stringify(launch))).status).toBe(400)
    expect((await signedPost(`${url}/other`, launch)).status).toBe(201)
    expect((await signedPost(`${url}/other`, launch)).status).toBe(400)
  })

  it('does not reject a request as a replay if both the app and the controller have a guard', async () => {
    @Module({
      imports: [await guardedModule({ rejectReplays: true })],
      providers: [{ provide: APP_GUARD, useClass: AlexaRequestGuard }],
    })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter)
    const launch = requestOf({ type: 'LaunchRequest' })

    expect((await signedPost(`${url}/alexa`, launch)).status).toBe(200)
    expect((await signedPost(`${url}/alexa`, launch)).status).toBe(400)
  })

  it('rejects calls that do not arrive by HTTP, and logs the reason', async () => {
    const heard: string[] = []
    @Injectable()
    @UseGuards(AlexaRequestGuard)
    class Resolver {
      resolve() {
        heard.push('resolve')
      }
    }
    @Module({
      imports: [AlexaProfileModule.forRoot({ verification: await verification() })],
      providers: [Resolver],
    })
    class AppModule {}
    const lines: string[] = []
    const { app } = await startApp(AppModule, adapter, { logger: logInto(lines) })

    await expect(callByGraphql(app, Resolver, 'resolve')).rejects.toThrow('Forbidden')
    expect(lines.join()).toContain('Rejected a call over graphql')
    expect(heard).toEqual([])
  })

  it('prevents an app without a skill id from starting', async () => {
    @Controller('alexa')
    @UseGuards(AlexaRequestGuard)
    class SkillController {
      @OnFallback()
      other() {}
    }
    @Module({ imports: [AlexaProfileModule.forRoot({})], controllers: [SkillController] })
    class AppModule {}

    await expect(startApp(AppModule, adapter)).rejects.toThrow('AlexaProfileModule.forRoot({ verification: { skillIds:')
  })
})
