import { inspect } from 'node:util'
import { startEmulator } from '@alexa-profile/emulator'
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Inject,
  Injectable,
  Module,
  type Type,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'
import { APP_GUARD } from '@nestjs/core'
import { HealthCheckService, TerminusModule } from '@nestjs/terminus'
import { Test } from '@nestjs/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  ALEXA_PROFILE_OPTIONS,
  ALEXA_PROFILE_SERVICE,
  ALEXA_REQUEST_VERIFIER,
  AlexaEnvelope,
  AlexaProfileHealthIndicator,
  AlexaProfileModule,
  type AlexaProfileModuleOptions,
  type AlexaProfileOptionsFactory,
  AlexaProfileService,
  AlexaRequestGuard,
  OnIntent,
  OnLaunch,
  Profile,
  ProfileInterceptor,
  type ProfileValues,
  type RequestEnvelope,
  RequireProfile,
} from '../src/index.js'
import { intentOf, requestOf } from './support/request.js'
import { signedPost, skillId, verification } from './support/signed-post.js'
import { adapterNames, createAdapter, startApp } from './support/start-app.js'

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
@UseInterceptors(ProfileInterceptor)
class SkillController {
  constructor(@Inject(AlexaProfileService) private readonly profiles: AlexaProfileService) {}

  @OnLaunch()
  launch(@AlexaEnvelope() envelope: RequestEnvelope) {
    return this.profiles.respondTo(envelope, { action: 'try-later', fields: ['email'], results: {} })
  }

  @OnIntent('BookTableIntent')
  @RequireProfile({ required: ['givenName'] })
  async book(@Profile() { givenName }: ProfileValues<'givenName'>) {
    return `Thank you, ${givenName}.`
  }
}

async function ssmlOf(response: Response) {
  const { response: answer } = (await response.json()) as {
    response: { outputSpeech?: { ssml?: string; text?: string } }
  }
  return answer.outputSpeech?.ssml ?? answer.outputSpeech?.text
}

async function startedEmulator() {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  return emulator
}

describe.each(adapterNames)('AlexaProfileModule on %s', (adapter) => {
  it('takes its options from ConfigService', async () => {
    const trust = await verification()
    @Module({
      imports: [
        AlexaProfileModule.forRootAsync({
          imports: [
            ConfigModule.forRoot({ ignoreEnvFile: true, load: [() => ({ skill: { id: skillId, name: 'Tables' } })] }),
          ],
          inject: [ConfigService],
          useFactory: (config: ConfigService) => ({
            skillName: config.getOrThrow<string>('skill.name'),
            verification: { ...trust, skillIds: config.getOrThrow<string>('skill.id') },
          }),
        }),
      ],
      controllers: [SkillController],
    })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter)

    const response = await signedPost(`${url}/alexa`, intentOf('BookTableIntent'))

    expect(response.status).toBe(200)
    const other = JSON.stringify(intentOf('BookTableIntent')).replaceAll(skillId, 'amzn1.ask.skill.other')
    expect((await signedPost(`${url}/alexa`, other)).status).toBe(400)
  })

  it('takes its options from a class', async () => {
    @Injectable()
    class SkillOptions implements AlexaProfileOptionsFactory {
      async createAlexaProfileOptions(): Promise<AlexaProfileModuleOptions> {
        return { skillName: 'Tables', verification: await verification() }
      }
    }
    @Module({ imports: [AlexaProfileModule.forRootAsync({ useClass: SkillOptions })], controllers: [SkillController] })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter)

    expect(await ssmlOf(await signedPost(`${url}/alexa`, requestOf({ type: 'LaunchRequest' })))).toContain('try again')
  })

  it('gives each part of an app its own options, and a guard with its own skill id', async () => {
    const trust = await verification()
    const skillModule = (path: string, skillIds: string): Type => {
      @Controller(path)
      @UseGuards(AlexaRequestGuard)
      @UseInterceptors(ProfileInterceptor)
      class PartController {
        constructor(@Inject(AlexaProfileService) private readonly profiles: AlexaProfileService) {}

        @OnLaunch()
        launch(@AlexaEnvelope() envelope: RequestEnvelope) {
          const decision = { action: 'fix-skill', problems: [], level: 'customer', results: {} } as const
          return this.profiles.respondTo(envelope, decision)
        }
      }
      @Module({
        imports: [
          AlexaProfileModule.forRoot({ isGlobal: false, skillName: path, verification: { ...trust, skillIds } }),
        ],
        controllers: [PartController],
      })
      class PartModule {}
      return PartModule
    }
    @Module({ imports: [skillModule('tables', skillId), skillModule('chairs', 'amzn1.ask.skill.chairs')] })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter)
    const launch = JSON.stringify(requestOf({ type: 'LaunchRequest' }))
    const chairs = launch.replaceAll(skillId, 'amzn1.ask.skill.chairs')

    expect(await ssmlOf(await signedPost(`${url}/tables`, launch))).toContain('problem with tables')
    expect(await ssmlOf(await signedPost(`${url}/chairs`, chairs))).toContain('problem with chairs')
    expect((await signedPost(`${url}/chairs`, launch)).status).toBe(400)
    expect((await signedPost(`${url}/tables`, chairs)).status).toBe(400)
  })

  it('can be overridden in tests', async () => {
    const emulator = await startedEmulator()
    @Module({
      imports: [AlexaProfileModule.forRoot({ verification: await verification() })],
      controllers: [SkillController],
    })
    class AppModule {}
    const testing = await Test.createTestingModule({ imports: [AppModule] })
      .overrideGuard(AlexaRequestGuard)
      .useValue({ canActivate: () => true })
      .overrideProvider(ALEXA_PROFILE_OPTIONS)
      .useValue({ allowedEndpoints: [emulator.url], verification: await verification() })
      .compile()
    const app = testing.createNestApplication(createAdapter(adapter), { logger: false })
    onTestFinished(() => app.close())
    await app.listen(0, '127.0.0.1')
    emulator.customer.grantAll()

    const { speech } = await emulator.device(`${await app.getUrl()}/alexa`).intent('BookTableIntent')

    expect(speech).toBe('Thank you, Ann.')
    expect(app.get(AlexaProfileService)).toBe(app.get(ALEXA_PROFILE_SERVICE))
  })

  it('answers every request when it shuts down under load, and then closes its connections', async () => {
    const emulator = await startedEmulator()
    emulator.customer.grantAll()
    emulator.situation('slow', { delayMs: 100 })
    const begun = new Set<string>()
    @Injectable()
    class Arrivals implements CanActivate {
      canActivate(context: ExecutionContext) {
        begun.add(
          context.switchToHttp().getRequest<{ body: { request: { requestId: string } } }>().body.request.requestId,
        )
        return true
      }
    }
    @Module({
      imports: [
        AlexaProfileModule.forRoot({
          allowedEndpoints: [emulator.url],
          verification: await verification(),
          // A read must not time out on a busy machine.
          deadlineMs: 7000,
          attemptTimeoutMs: 6000,
        }),
      ],
      controllers: [SkillController],
      providers: [{ provide: APP_GUARD, useClass: Arrivals }],
    })
    class AppModule {}
    const { app, url } = await startApp(AppModule, adapter)
    const { client } = app.get(AlexaProfileService)
    const answers = new Map<string, unknown>()
    async function customer(): Promise<void> {
      for (;;) {
        const request = { ...intentOf('BookTableIntent'), context: emulator.envelope().context }
        try {
          const response = await signedPost(`${url}/alexa`, request)
          answers.set(request.request.requestId, response.status === 200 ? await ssmlOf(response) : response.status)
        } catch {
          return
        }
      }
    }
    const customers = Array.from({ length: 20 }, customer)
    const underWay = () => [...begun].filter((id) => !answers.has(id)).length
    await vi.waitUntil(() => answers.size > 30 && underWay() > 0, { timeout: 60_000, interval: 1 })
    const late = underWay()
    await app.close()
    await Promise.all(customers)

    expect(late).toBeGreaterThan(0)
    expect([...begun].map((id) => answers.get(id))).toEqual([...begun].map(() => 'Thank you, Ann.'))
    await expect(client.forRequest(emulator.envelope()).read(['email'])).rejects.toThrow(
      'The client is closed. Create one per process and close it last.',
    )
  })

  it('reports to terminus whether the profile API responds', async () => {
    const emulator = await startedEmulator()
    emulator.customer.grantAll()
    @Controller('health')
    class HealthController {
      constructor(
        @Inject(HealthCheckService) private readonly health: HealthCheckService,
        @Inject(AlexaProfileHealthIndicator) private readonly alexa: AlexaProfileHealthIndicator,
      ) {}

      @Get()
      check() {
        return this.health.check([() => this.alexa.isHealthy('alexa')])
      }
    }
    @Module({
      imports: [
        TerminusModule.forRoot({ logger: false }),
        AlexaProfileModule.forRoot({
          allowedEndpoints: [emulator.url],
          verification: await verification(),
          maxRetries: 0,
        }),
      ],
      controllers: [SkillController, HealthController],
      providers: [AlexaProfileHealthIndicator],
    })
    class AppModule {}
    const { app, url } = await startApp(AppModule, adapter)
    const device = emulator.device(`${url}/alexa`)
    const health = async () => {
      const response = await fetch(`${url}/health`)
      const { details } = (await response.json()) as { details: Record<string, object> }
      return [response.status, details.alexa]
    }

    expect(await health()).toEqual([200, { status: 'up', reads: 0, failed: 0 }])
    emulator.situation('server-error')
    for (let turn = 0; turn < 3; turn += 1) await device.intent('BookTableIntent')
    const down = { status: 'down', reads: 3, failed: 3, lastFailure: 'server-error' }
    expect(await health()).toEqual([503, down])
    emulator.clearSituations()
    await device.intent('BookTableIntent')
    expect(await health()).toEqual([200, { ...down, status: 'up', reads: 4 }])
    expect(app.get(AlexaProfileHealthIndicator).isHealthy()).toMatchObject({ 'alexa-profile': { status: 'up' } })
  })

  it("never writes personal data to Nest's log", async () => {
    const emulator = await startedEmulator()
    const lines: string[] = []
    const write = (...parts: unknown[]) => void lines.push(parts.map((part) => inspect(part, { depth: 9 })).join(' '))
    const logger = { log: write, warn: write, error: write, debug: write, verbose: write, fatal: write }
    @Module({
      imports: [AlexaProfileModule.forRoot({ allowedEndpoints: [emulator.url], verification: await verification() })],
      controllers: [SkillController],
    })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter, { logger })
    const device = emulator.device(`${url}/alexa`)
    const secrets = new Set(['Ann', 'ann@example.com', '2065550100'])
    const say = async () => {
      const { request } = await device.intent('BookTableIntent')
      if (request) secrets.add(request.context.System.apiAccessToken)
    }

    await say()
    emulator.customer.grantAll()
    await say()
    emulator.situation('malformed')
    await say()
    await fetch(`${url}/alexa`, { method: 'POST', body: JSON.stringify(intentOf('BookTableIntent')) })
    const elsewhere = intentOf('BookTableIntent')
    elsewhere.context.System.apiEndpoint = 'https://evil.example'
    const answer = await signedPost(`${url}/alexa`, elsewhere)

    expect(answer.status).toBe(500)
    expect(lines.join('\n')).toContain('is not an Alexa host')
    for (const secret of [...secrets, 'secret-token']) expect(lines.join('\n')).not.toContain(secret)
  })
})

it('has injection tokens that all copies of the package share', () => {
  expect([ALEXA_PROFILE_OPTIONS, ALEXA_PROFILE_SERVICE, ALEXA_REQUEST_VERIFIER].map(Symbol.keyFor)).toEqual([
    '@alexa-profile/nestjs/options',
    '@alexa-profile/nestjs/service',
    '@alexa-profile/nestjs/request-verifier',
  ])
})

it('rejects invalid options when the app starts', async () => {
  const start = (options: object) =>
    Test.createTestingModule({ imports: [AlexaProfileModule.forRoot(options)] }).compile()

  await expect(start({ deadline: 3000 })).rejects.toThrow(
    'Unknown option "deadline". Did you mean "deadlineMs"? Known options: shouldAsk, verification, timeLeftMs, agent',
  )
  await expect(start({ onRead: 'log' })).rejects.toThrow('onRead must be a function')
  await expect(start({ verification: { skillIds: '' } })).rejects.toThrow('Is an environment variable empty?')
})
