import {
  type ArgumentsHost,
  type CallHandler,
  type CanActivate,
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  type INestApplication,
  Inject,
  Injectable,
  Module,
  type NestInterceptor,
  type PipeTransform,
  Post,
  Scope,
  SetMetadata,
  type Type,
  UseFilters,
  UseGuards,
  UseInterceptors,
  VersioningType,
} from '@nestjs/common'
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core'
import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import {
  AlexaConsentAnswer,
  AlexaEnvelope,
  AlexaEvent,
  AlexaProfileModule,
  AlexaSlot,
  type ConsentAnswer,
  type EnablementEvent,
  OnConsentAnswer,
  OnFallback,
  OnIntent,
  OnLaunch,
  OnPermissionEvent,
  OnRequest,
  OnSessionEnded,
  OnSkillDisabled,
  OnSkillEnabled,
  type PermissionEvent,
  ProfileInterceptor,
  type RequestEnvelope,
  voiceConsent,
} from '../src/index.js'
import { intentOf, requestOf } from './support/request.js'
import { type AdapterName, adapterNames, startApp } from './support/start-app.js'

function moduleOf(...controllers: Type[]): Type {
  @Module({ imports: [AlexaProfileModule.forRoot({})], controllers })
  class SkillModule {}
  return SkillModule
}

/** Returns the skill's response to requests at a path. */
async function talkTo(
  module: Type,
  adapter: AdapterName,
  { path = '/alexa', configure }: { path?: string; configure?: (app: INestApplication) => void } = {},
) {
  const { url } = await startApp(module, adapter, configure ? { configure } : {})
  return async (content: unknown, ownPath = path) => {
    const response = await fetch(`${url}${ownPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
    })
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    const body = isJson ? JSON.parse(await response.text()) : undefined
    return { status: response.status, body, said: body?.response?.outputSpeech?.text as string | undefined }
  }
}

const resumed = (token: string, status = 'ACCEPTED') =>
  requestOf({ type: 'SessionResumedRequest', cause: { token, status: { code: '200' }, result: { status } } })

const event = (type: string, body: object = {}) => requestOf({ type, body }, null)

describe.each(adapterNames)('handlers on %s', (adapter) => {
  it('are chosen by the type of the request', async () => {
    const heard: string[] = []

    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      @OnLaunch()
      launch() {
        return 'launch'
      }

      @OnIntent('BookTableIntent', 'AMAZON.YesIntent')
      book(@AlexaEnvelope() { request }: RequestEnvelope & { request: { intent?: { name: string } } }) {
        return `intent ${request.intent?.name}`
      }

      @OnIntent('AMAZON.SearchAction<object@WeatherForecast[temperature]>')
      weather(@AlexaSlot('object.date') date?: string) {
        return `weather ${date}`
      }

      @OnConsentAnswer()
      answered(@AlexaConsentAnswer() { answer, token }: ConsentAnswer) {
        return `${token} ${answer}`
      }

      @OnPermissionEvent()
      changed(@AlexaEvent() { accepted }: PermissionEvent) {
        heard.push(`accepted ${accepted}`)
      }

      @OnSkillEnabled()
      came(@AlexaEvent() { type }: EnablementEvent) {
        heard.push(type)
      }

      @OnSkillDisabled()
      left(@AlexaEvent() { keepsData }: EnablementEvent) {
        heard.push(`keeps data: ${keepsData}`)
        return 'The customer does not hear this.'
      }

      @OnSessionEnded()
      ended() {
        heard.push('ended')
        return 'The customer does not hear this.'
      }

      @OnRequest('AudioPlayer.PlaybackNearlyFinished')
      next() {
        return { directives: [{ type: 'AudioPlayer.Stop' }] }
      }

      @OnFallback()
      other(@AlexaConsentAnswer() answer?: ConsentAnswer) {
        return `other ${answer}`
      }
    }
    const say = await talkTo(moduleOf(SkillController), adapter)
    const { token } = voiceConsent({ fields: ['email'], token: 'newsletter' })

    expect((await say(requestOf({ type: 'LaunchRequest' }))).said).toBe('launch')
    expect((await say(intentOf('BookTableIntent'))).said).toBe('intent BookTableIntent')
    expect((await say(intentOf('AMAZON.YesIntent'))).said).toBe('intent AMAZON.YesIntent')
    const weather = 'AMAZON.SearchAction<object@WeatherForecast[temperature]>'
    expect((await say(intentOf(weather, { 'object.date': 'today' }))).said).toBe('weather today')
    expect((await say(intentOf(weather))).said).toBe('weather undefined')
    expect((await say(intentOf('AMAZON.FallbackIntent'))).said).toBe('other undefined')
    expect((await say(intentOf('Fallback'))).said).toBe('other undefined')
    expect((await say(resumed(token, 'DENIED'))).said).toBe('newsletter declined')
    expect((await say(resumed('order-42'))).said).toBe('other undefined')
    expect((await say(requestOf({ type: 'Display.ElementSelected' }))).said).toBe('other undefined')
    expect((await say(requestOf({ type: 'AudioPlayer.PlaybackNearlyFinished' }, null))).body).toEqual({
      version: '1.0',
      response: { directives: [{ type: 'AudioPlayer.Stop' }] },
    })

    const acknowledged = { status: 200, body: { version: '1.0', response: {} } }
    for (const unheard of [
      event('AlexaSkillEvent.SkillPermissionAccepted', { acceptedPermissions: [{ scope: 'a' }] }),
      event('AlexaSkillEvent.SkillPermissionChanged'),
      event('AlexaSkillEvent.SkillEnabled'),
      event('AlexaSkillEvent.SkillDisabled', { userInformationPersistenceStatus: 'NOT_PERSISTED' }),
      event('AlexaSkillEvent.SkillAccountLinked'),
      requestOf({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' }),
      requestOf({ type: 'AudioPlayer.PlaybackStarted' }, null),
    ]) {
      expect(await say(unheard)).toMatchObject(acknowledged)
    }
    expect(heard).toEqual(['accepted a', 'accepted ', 'AlexaSkillEvent.SkillEnabled', 'keeps data: false', 'ended'])
  })

  it('do not affect routes that are registered with the adapter', async () => {
    @Controller('alexa')
    class SkillController {
      @OnLaunch()
      launch() {
        return { reached: true }
      }
    }
    const answer = (_: unknown, response: { send(body: object): void }) => response.send({ other: true })
    const say = await talkTo(moduleOf(SkillController), adapter, {
      configure: (app) => void app.getHttpAdapter().post('/other', answer),
    })

    expect((await say({}, '/other')).body).toEqual({ other: true })
    expect((await say(requestOf({ type: 'LaunchRequest' }))).body).toEqual({ reached: true })
  })

  it('do not affect routes of other controllers with similar names', async () => {
    @Controller('alexa')
    class SkillController {
      @OnLaunch()
      launch() {
        return { reached: true }
      }
    }
    @Controller('alexa-request')
    class RequestController {
      @Post('verify')
      verify() {
        return { verified: true }
      }
    }
    const say = await talkTo(moduleOf(SkillController, RequestController), adapter)

    expect((await say({}, '/alexa-request/verify')).body).toEqual({ verified: true })
  })

  it('are named in the error if one is missing', async () => {
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      @OnLaunch()
      launch() {}
    }
    const say = await talkTo(moduleOf(SkillController), adapter)

    expect(await say(intentOf('BookTableIntent'))).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('No handler for IntentRequest.BookTableIntent.') },
    })
    expect(await say(resumed(voiceConsent({ fields: ['email'] }).token))).toMatchObject({ status: 404 })
    expect(await say(requestOf({ type: 'SessionEndedRequest' }))).toMatchObject({ status: 200 })
  })

  it('reject a body that is not an Alexa request with status 400, even without a guard', async () => {
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      @OnFallback()
      other() {
        return 'Other.'
      }
    }
    const say = await talkTo(moduleOf(SkillController), adapter)

    for (const content of [
      {},
      [],
      { request: {} },
      { request: { type: 'LaunchRequest' } },
      { request: 'x', context: {} },
    ]) {
      expect(await say(content)).toMatchObject({ status: 400 })
    }
  })

  it("have no route of their own besides the controller's path", async () => {
    @Controller('alexa')
    class SkillController {
      @OnLaunch()
      launch() {
        return 'launch'
      }
    }
    const say = await talkTo(moduleOf(SkillController), adapter)

    expect(await say(requestOf({ type: 'LaunchRequest' }), '/alexa/@alexa-profile/LaunchRequest')).toMatchObject({
      status: 404,
    })
  })

  it('work with global prefixes and versions', async () => {
    @Controller({ path: 'alexa', version: '1' })
    class FirstController {
      @OnLaunch()
      launch() {
        return { first: true }
      }
    }
    @Controller({ path: 'alexa', version: ['2', '3'] })
    class SecondController {
      @OnLaunch()
      launch() {
        return { second: true }
      }
    }
    const say = await talkTo(moduleOf(FirstController, SecondController), adapter, {
      configure: (app) => app.setGlobalPrefix('api').enableVersioning({ type: VersioningType.URI }),
    })
    const launch = requestOf({ type: 'LaunchRequest' })

    expect((await say(launch, '/api/v1/alexa')).body).toEqual({ first: true })
    expect((await say(launch, '/api/v2/alexa')).body).toEqual({ second: true })
    expect((await say(launch, '/api/v3/alexa')).body).toEqual({ second: true })
    expect((await say(launch, '/alexa')).status).toBe(404)
  })

  it('may be excluded from a global prefix together with the paths below', async () => {
    @Controller('alexa')
    class SkillController {
      @OnLaunch()
      launch() {
        return { reached: true }
      }
    }
    const module = moduleOf(SkillController)
    const excluding = (exclude: string[]) => ({
      configure: (app: INestApplication) => void app.setGlobalPrefix('api', { exclude }),
    })

    await expect(startApp(module, adapter, excluding(['alexa']))).rejects.toThrow('exclude the paths below it, too')
    const say = await talkTo(module, adapter, excluding(['alexa', 'alexa/@alexa-profile/:key']))
    expect((await say(requestOf({ type: 'LaunchRequest' }))).body).toEqual({ reached: true })
  })

  it('of several controllers and modules may share a path', async () => {
    @Controller('alexa')
    class BookingController {
      @OnIntent('BookTableIntent')
      book() {
        return { booking: true }
      }
    }
    @Module({ controllers: [BookingController] })
    class BookingModule {}
    @Controller('alexa')
    class HelpController {
      @OnFallback()
      help() {
        return { help: true }
      }
    }
    @Module({ imports: [AlexaProfileModule.forRoot({}), BookingModule], controllers: [HelpController] })
    class AppModule {}
    const say = await talkTo(AppModule, adapter)

    expect((await say(intentOf('BookTableIntent'))).body).toEqual({ booking: true })
    expect((await say(intentOf('OtherIntent'))).body).toEqual({ help: true })
  })

  it('prevent the app from starting if two handle the same request', async () => {
    @Controller('alexa')
    class SkillController {
      @OnLaunch()
      first() {}

      @OnLaunch()
      second() {}
    }

    await expect(startApp(moduleOf(SkillController), adapter)).rejects.toThrow(
      'Two handlers at /alexa handle LaunchRequest. Remove one of them.',
    )
  })

  it('prevent the app from starting if a route would hide them', async () => {
    @Controller('alexa')
    class SkillController {
      @Post()
      all() {}

      @OnLaunch()
      launch() {}
    }

    await expect(startApp(moduleOf(SkillController), adapter)).rejects.toThrow(
      'A @Post() at /alexa would hide the handlers there.',
    )
  })

  it('support guards, interceptors, pipes and filters of the method and of the app', async () => {
    const seen: string[] = []
    const Role = (role: string) => SetMetadata('role', role)

    @Injectable()
    class RoleGuard implements CanActivate {
      constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

      canActivate(context: ExecutionContext) {
        seen.push(
          `${context.getClass().name}.${context.getHandler().name} ${this.reflector.get('role', context.getHandler())}`,
        )
        return true
      }
    }
    @Injectable()
    class Counting implements NestInterceptor {
      intercept(_: ExecutionContext, next: CallHandler) {
        return next.handle().pipe(map((answer) => ({ ...answer, counted: (answer.counted ?? 0) + 1 })))
      }
    }
    @Injectable()
    class Trim implements PipeTransform {
      transform(value: unknown) {
        return typeof value === 'string' ? value.trim() : value
      }
    }
    @Injectable()
    class ToDay implements PipeTransform {
      transform(value: string) {
        return { day: value }
      }
    }
    @Injectable()
    class Never implements CanActivate {
      canActivate() {
        return false
      }
    }
    @Catch(RangeError)
    class SaySorry implements ExceptionFilter {
      catch({ message }: RangeError, host: ArgumentsHost) {
        host.switchToHttp().getResponse().status(200).send({ sorry: message })
      }
    }

    @Controller('alexa')
    class SkillController {
      @OnIntent('BookTableIntent')
      @Role('guest')
      @UseInterceptors(Counting)
      book(@AlexaSlot('date', ToDay) { day }: { day: string }) {
        return { day }
      }

      @OnIntent('AdminIntent')
      @UseGuards(Never)
      administrate() {
        return {}
      }

      @OnIntent('BrokenIntent')
      @UseFilters(SaySorry)
      breakDown() {
        throw new RangeError('too far')
      }
    }
    @Module({
      imports: [AlexaProfileModule.forRoot({})],
      controllers: [SkillController],
      providers: [
        { provide: APP_GUARD, useClass: RoleGuard },
        { provide: APP_INTERCEPTOR, useClass: Counting },
        { provide: APP_PIPE, useClass: Trim },
      ],
    })
    class AppModule {}
    const say = await talkTo(AppModule, adapter)

    expect((await say(intentOf('BookTableIntent', { date: ' Friday ' }))).body).toEqual({ day: 'Friday', counted: 2 })
    expect((await say(intentOf('AdminIntent'))).status).toBe(403)
    expect((await say(intentOf('BrokenIntent'))).body).toEqual({ sorry: 'too far' })
    expect((await say(intentOf('OtherIntent'))).status).toBe(404)
    expect(seen).toEqual([
      'SkillController.book guest',
      'SkillController.administrate undefined',
      'SkillController.breakDown undefined',
      expect.stringContaining('SkillController.'),
    ])
  })

  it('may be inherited and belong to a request-scoped controller', async () => {
    let made = 0

    @Injectable({ scope: Scope.REQUEST })
    class Visit {
      constructor() {
        made += 1
      }
    }
    abstract class PoliteController {
      abstract readonly name: string

      @OnLaunch()
      launch() {
        return { welcome: this.name }
      }
    }
    @Controller('first')
    class FirstController extends PoliteController {
      readonly name = 'first'

      constructor(@Inject(Visit) readonly visit: Visit) {
        super()
      }
    }
    @Controller('second')
    class SecondController extends PoliteController {
      readonly name = 'second'

      @OnFallback()
      other() {
        return { other: this.name }
      }
    }
    @Module({
      imports: [AlexaProfileModule.forRoot({})],
      controllers: [FirstController, SecondController],
      providers: [Visit],
    })
    class AppModule {}
    const say = await talkTo(AppModule, adapter)
    const launch = requestOf({ type: 'LaunchRequest' })

    expect((await say(launch, '/first')).body).toEqual({ welcome: 'first' })
    expect((await say(launch, '/first')).body).toEqual({ welcome: 'first' })
    expect((await say(launch, '/second')).body).toEqual({ welcome: 'second' })
    expect((await say(intentOf('OtherIntent'), '/second')).body).toEqual({ other: 'second' })
    expect(made).toBe(2)
  })
})

it('decorators reject invalid arguments when the class is defined', () => {
  expect(() => OnIntent()).toThrow('the name of at least one')
  expect(() => OnIntent('')).toThrow('the name of at least one')
  expect(() => OnRequest('')).toThrow('the name of at least one')
})
