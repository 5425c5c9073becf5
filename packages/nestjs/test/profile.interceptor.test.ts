import { startEmulator } from '@alexa-profile/emulator'
import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Inject,
  Injectable,
  Module,
  type NestInterceptor,
  Post,
  Scope,
  type Type,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common'
import { APP_INTERCEPTOR, RouterModule } from '@nestjs/core'
import { delay, EMPTY, of, retry, tap } from 'rxjs'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type Address,
  AlexaConsentAnswer,
  AlexaEnvelope,
  AlexaProfileModule,
  type AlexaProfileModuleOptions,
  AlexaProfileService,
  ask,
  type ConsentAnswer,
  isDeclined,
  type Obstacle,
  OnFallback,
  OnIntent,
  OnLaunch,
  Profile,
  ProfileError,
  ProfileField,
  ProfileInterceptor,
  type ProfileResult,
  type ProfileValues,
  type RequestEnvelope,
  RequireProfile,
} from '../src/index.js'
import { callByGraphql } from './support/call-by-graphql.js'
import { intentOf, requestOf } from './support/request.js'
import { type AdapterName, adapterNames, startApp } from './support/start-app.js'

/** An emulator's device that talks to a skill. */
async function startSkill(
  adapter: AdapterName,
  controllers: readonly Type[],
  { providers = [], ...options }: AlexaProfileModuleOptions & { providers?: Type[] } = {},
) {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())

  @Module({
    imports: [AlexaProfileModule.forRoot({ allowedEndpoints: [emulator.url], skillName: 'Table Talk', ...options })],
    controllers: [...controllers],
    providers,
  })
  class SkillModule {}
  const { url } = await startApp(SkillModule, adapter)
  return { emulator, url, device: emulator.device(`${url}/alexa`) }
}

async function post(url: string, content: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  })
  return { status: response.status, body: (await response.json()) as { sessionAttributes?: object } }
}

describe.each(adapterNames)('ProfileInterceptor on %s', (adapter) => {
  it('converts the return value of a handler to an Alexa response', async () => {
    const response = { outputSpeech: { type: 'SSML', ssml: '<speak>Hello.</speak>' } }
    const returned: Record<string, unknown> = {
      text: 'Tom & Jerry say "hi".',
      ssml: ' <speak>Hello.</speak>',
      ask: ask('Which day?', '<speak>Which <emphasis>day</emphasis>?</speak>'),
      response,
      whole: { response, sessionAttributes: { step: 2 } },
      nothing: undefined,
      null: null,
      promise: Promise.resolve('Later.'),
      observable: of('Later.').pipe(delay(5)),
      empty: EMPTY,
      number: 42,
      list: ['Hello.'],
      function: () => 'Hello.',
      builder: { speak: () => {}, getResponse: () => response },
    }
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      @OnFallback()
      answer(@AlexaEnvelope() { request }: RequestEnvelope & { request: { intent?: { name: string } } }) {
        return returned[request.intent?.name ?? '']
      }
    }
    const { url } = await startSkill(adapter, [SkillController])
    const answers: Record<string, unknown> = {}
    for (const name of Object.keys(returned)) {
      const { status, body } = await post(`${url}/alexa`, intentOf(name))
      answers[name] = status === 200 ? body : status
    }

    const version = '1.0'
    const sessionAttributes = {}
    const said = (text: string) => ({
      version,
      response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: true },
      sessionAttributes,
    })
    expect(answers).toEqual({
      text: said('Tom & Jerry say "hi".'),
      ssml: {
        version,
        response: { outputSpeech: { type: 'SSML', ssml: ' <speak>Hello.</speak>' }, shouldEndSession: true },
        sessionAttributes,
      },
      ask: {
        version,
        response: {
          outputSpeech: { type: 'PlainText', text: 'Which day?' },
          reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Which <emphasis>day</emphasis>?</speak>' } },
          shouldEndSession: false,
        },
        sessionAttributes,
      },
      response: { version, response, sessionAttributes },
      whole: { version, response, sessionAttributes: { step: 2 } },
      nothing: { version, response: {}, sessionAttributes },
      null: { version, response: {}, sessionAttributes },
      promise: said('Later.'),
      observable: said('Later.'),
      empty: { version, response: {}, sessionAttributes },
      number: 500,
      list: 500,
      function: 500,
      builder: 500,
    })
  })

  it('keeps session attributes, adds those of a response, and removes undefined ones', async () => {
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      @OnIntent('KeepIntent')
      keep() {
        return 'Kept.'
      }

      @OnIntent('ChangeIntent')
      change() {
        return { response: {}, sessionAttributes: { b: 3, c: undefined } }
      }
    }
    const { url } = await startSkill(adapter, [SkillController])
    const attributes = { a: 1, b: 2, c: 3 }

    const kept = await post(`${url}/alexa`, intentOf('KeepIntent', {}, { attributes }))
    const changed = await post(`${url}/alexa`, intentOf('ChangeIntent', {}, { attributes }))

    expect(kept.body.sessionAttributes).toEqual(attributes)
    expect(changed.body.sessionAttributes).toEqual({ a: 1, b: 3 })
  })

  it('supports a plain route that handles all requests, also after a "yes" by voice', async () => {
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      @Post()
      @RequireProfile({ required: ['givenName'], consent: 'voice' })
      handle(
        @AlexaEnvelope() { request }: RequestEnvelope & { request: { intent?: { name: string } } },
        @Profile() { givenName }: ProfileValues<'givenName'>,
        @AlexaConsentAnswer() answer?: ConsentAnswer,
      ) {
        return `${request.intent?.name} of ${givenName}, ${answer?.answer}.`
      }
    }
    const { device } = await startSkill(adapter, [SkillController])

    expect((await device.intent('BookTableIntent')).consentRequest?.permissions).toHaveLength(1)
    expect((await device.answerConsent('accept')).speech).toBe('BookTableIntent of Ann, accepted.')
    expect((await device.intent('BookTableIntent')).speech).toBe('BookTableIntent of Ann, undefined.')
  })

  it('leaves requests of other clients unchanged as a global interceptor', async () => {
    @Controller()
    class HealthController {
      @Post('orders')
      order() {
        return { order: 1 }
      }
    }
    @Controller('alexa')
    class SkillController {
      @OnLaunch()
      launch() {
        return 'Hello.'
      }
    }
    @Module({
      imports: [AlexaProfileModule.forRoot({})],
      controllers: [HealthController, SkillController],
      providers: [{ provide: APP_INTERCEPTOR, useClass: ProfileInterceptor }],
    })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter)

    expect(await post(`${url}/orders`, { request: { type: 'none' } })).toEqual({ status: 201, body: { order: 1 } })
    const launch = intentOf('')
    Object.assign(launch.request, { type: 'LaunchRequest' })
    expect(await post(`${url}/alexa`, launch)).toMatchObject({ status: 200, body: { version: '1.0' } })
  })

  it('reads once if it is used for both the app and a controller', async () => {
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      @OnLaunch()
      @RequireProfile({ required: ['email'] })
      @UseInterceptors(ProfileInterceptor)
      launch(
        @Profile() { email }: ProfileValues<'email'>,
        @ProfileField('email') result: ProfileResult<string>,
        @ProfileField('givenName', 'speaker') speaker: ProfileResult<string>,
      ) {
        return `${email} ${result.status} ${speaker.status}`
      }
    }
    const { emulator, device } = await startSkill(adapter, [SkillController])
    emulator.customer.grantAll()

    expect((await device.open()).speech).toBe('ann@example.com available no-speaker')
    expect(emulator.requests).toHaveLength(1)
  })

  it('reads fields of the device together with those of the account and the speaker', async () => {
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      @OnLaunch()
      launch(
        @ProfileField('address') address: ProfileResult<Address>,
        @ProfileField('timeZone', 'speaker') timeZone: ProfileResult<string>,
        @ProfileField('timeZone') again: ProfileResult<string>,
        @ProfileField('email') email: ProfileResult<string>,
      ) {
        const place = address.status === 'available' ? address.value.city : address.status
        const zone = timeZone.status === 'available' ? timeZone.value : timeZone.status
        return `${place} ${address.level} ${zone} ${again === timeZone} ${email.status}`
      }
    }
    const { emulator, device } = await startSkill(adapter, [SkillController])

    expect((await device.open()).speech).toBe('permission-missing device America/Los_Angeles true permission-missing')
    emulator.customer.grant('address')
    emulator.clearRequests()
    expect((await device.open()).speech).toBe('Seattle device America/Los_Angeles true permission-missing')
    expect(emulator.requests.map(({ field }) => field).sort()).toEqual(['address', 'email', 'timeZone'])
    emulator.customer.clear('address')
    expect((await device.open()).speech).toMatch(/^not-set device /)
  })

  it('lets a method of the controller respond if a requirement is not met', async () => {
    @Injectable()
    class Words {
      later = 'Later.'
    }
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      constructor(
        @Inject(Words) private readonly words: Words,
        @Inject(AlexaProfileService) private readonly profiles: AlexaProfileService,
      ) {}

      @OnLaunch()
      @RequireProfile({ required: ['email'], otherwise: 'instead' })
      launch() {
        return 'Launched.'
      }

      instead(decision: Obstacle, envelope: RequestEnvelope) {
        if (decision.action === 'try-later') return this.words.later
        return this.profiles.respondTo(envelope, decision, { purpose: 'mail you' })
      }
    }
    const { emulator, device } = await startSkill(adapter, [SkillController], { providers: [Words], maxRetries: 0 })

    expect((await device.open()).card?.permissions).toEqual(['alexa::profile:email:read'])
    emulator.customer.grantAll()
    emulator.situation('throttled')
    expect((await device.open()).speech).toBe('Later.')
  })

  it('calls the method in the module of the request if a controller belongs to two modules', async () => {
    const brand = Symbol('brand')
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      constructor(@Inject(brand) private readonly name: string) {}

      @OnLaunch()
      @RequireProfile({ required: ['email'], otherwise: 'instead' })
      launch() {
        return 'Launched.'
      }

      instead() {
        return this.name
      }
    }
    @Module({ controllers: [SkillController], providers: [{ provide: brand, useValue: 'Tables' }] })
    class TablesModule {}
    @Module({ controllers: [SkillController], providers: [{ provide: brand, useValue: 'Chairs' }] })
    class ChairsModule {}
    @Module({
      imports: [
        AlexaProfileModule.forRoot({ allowedEndpoints: ['http://127.0.0.1:9'], maxRetries: 0 }),
        TablesModule,
        ChairsModule,
        RouterModule.register([
          { path: 'tables', module: TablesModule },
          { path: 'chairs', module: ChairsModule },
        ]),
      ],
    })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter)
    const launch = requestOf({ type: 'LaunchRequest' })
    launch.context.System.apiEndpoint = 'http://127.0.0.1:9'
    const said = (text: string) => ({ body: { response: { outputSpeech: { text } } } })

    expect(await post(`${url}/tables/alexa`, launch)).toMatchObject(said('Tables'))
    expect(await post(`${url}/chairs/alexa`, launch)).toMatchObject(said('Chairs'))
  })

  it('rejects methods named in options of a request-scoped controller, with an error that explains why', async () => {
    const errors: string[] = []
    @Catch(ProfileError)
    class Note implements ExceptionFilter {
      catch({ message }: ProfileError, host: ArgumentsHost) {
        errors.push(message)
        host.switchToHttp().getResponse().status(500).send({})
      }
    }
    @Controller({ path: 'alexa', scope: Scope.REQUEST })
    @UseInterceptors(ProfileInterceptor)
    @UseFilters(Note)
    class SkillController {
      @OnLaunch()
      @RequireProfile({ required: ['email'], otherwise: 'instead' })
      launch() {}

      instead() {}
    }
    const { url, emulator } = await startSkill(adapter, [SkillController])
    const launch = { ...requestOf({ type: 'LaunchRequest' }), context: emulator.envelope().context }

    expect(await post(`${url}/alexa`, launch)).toEqual({ status: 500, body: {} })
    expect(errors).toEqual([
      expect.stringContaining('SkillController is request-scoped, so its method "instead" cannot be named'),
    ])
  })

  it('returns the waiting request to a handler that reads and asks itself', async () => {
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      constructor(@Inject(AlexaProfileService) private readonly profiles: AlexaProfileService) {}

      @OnIntent('BookTableIntent')
      async book(@AlexaEnvelope() envelope: RequestEnvelope, @AlexaConsentAnswer() answer?: ConsentAnswer) {
        if (answer && isDeclined(answer))
          return this.profiles.respondToConsentAnswer(envelope, answer, { reprompt: 'Else?' })
        const decision = await this.profiles.profileFor(envelope).require({ required: ['email'] })
        if (decision.action === 'proceed') return `Booked for ${decision.profile.email}.`
        return this.profiles.respondTo(envelope, decision, { consent: 'voice', reprompt: 'What else?' })
      }
    }
    const { emulator, device } = await startSkill(adapter, [SkillController])

    await device.intent('BookTableIntent')
    expect((await device.answerConsent('accept')).speech).toBe('Booked for ann@example.com.')
    emulator.customer.revoke('email')
    await device.intent('BookTableIntent')
    expect((await device.answerConsent('deny')).speech).toContain("I can't continue")
    const again = await device.intent('BookTableIntent')
    expect([again.card, again.consentRequest]).toEqual([undefined, undefined])
    await device.end()
    await device.intent('BookTableIntent')
    emulator.situation('forbidden-empty')
    expect((await device.answerConsent('accept')).card).toBeDefined()
    const later = await device.intent('BookTableIntent')
    expect([later.card, later.consentRequest]).toEqual([undefined, undefined])
  })

  it('is added by @RequireProfile() if the app does not use it', async () => {
    @Controller('alexa')
    class SkillController {
      @OnIntent('BookTableIntent')
      @RequireProfile({ required: ['email'] })
      book() {
        return 'Booked.'
      }
    }
    const { emulator, device } = await startSkill(adapter, [SkillController])
    expect((await device.intent('BookTableIntent')).card?.permissions).toEqual(['alexa::profile:email:read'])

    emulator.customer.grantAll()
    expect((await device.intent('BookTableIntent')).speech).toBe('Booked.')
  })

  it("passes the return value of a method to the method's interceptors, even if ProfileInterceptor is also used elsewhere", async () => {
    const seen: unknown[] = []
    @Injectable()
    class See implements NestInterceptor {
      intercept(...[, next]: Parameters<NestInterceptor['intercept']>) {
        return next.handle().pipe(tap((returned) => seen.push(returned)))
      }
    }
    @Controller('alexa')
    @UseInterceptors(ProfileInterceptor, See)
    class SkillController {
      @OnLaunch()
      @UseInterceptors(See)
      @RequireProfile({ optional: ['email'] })
      launch() {
        return 'Hello.'
      }
    }
    const { device } = await startSkill(adapter, [SkillController])

    expect((await device.open()).speech).toBe('Hello.')
    expect(seen).toEqual(['Hello.', 'Hello.'])
  })

  it('works again if an outer interceptor retries the handler', async () => {
    @Injectable()
    class TryAgain implements NestInterceptor {
      intercept(...[, next]: Parameters<NestInterceptor['intercept']>) {
        return next.handle().pipe(retry(1))
      }
    }
    let calls = 0
    @Controller('alexa')
    @UseInterceptors(TryAgain)
    class SkillController {
      @OnLaunch()
      @RequireProfile({ optional: ['email'] })
      launch() {
        calls += 1
        if (calls === 1) throw new Error('once')
        return 'Hello.'
      }
    }
    const { device } = await startSkill(adapter, [SkillController])

    expect((await device.open()).speech).toBe('Hello.')
    expect(calls).toBe(2)
  })

  it('calls no method with a requirement for requests of other clients', async () => {
    let calls = 0
    @Controller('orders')
    class OrderController {
      @Post()
      @RequireProfile({ required: ['email'] })
      order() {
        calls += 1
      }
    }
    const { url } = await startSkill(adapter, [OrderController])

    expect((await post(`${url}/orders`, { request: { type: 'none' } })).status).toBe(400)
    expect(calls).toBe(0)
  })

  it('is named in the error if a parameter needs it but it is missing', async () => {
    @Controller('alexa')
    class SkillController {
      @OnIntent('FirstIntent')
      first(@Profile() _: ProfileValues<'email'>) {}

      @OnIntent('SecondIntent')
      second(@ProfileField('email') _: ProfileResult<string>) {}
    }
    const lines: string[] = []
    @Module({ imports: [AlexaProfileModule.forRoot({})], controllers: [SkillController] })
    class AppModule {}
    const error = (line: unknown) => void lines.push(String(line))
    const { url } = await startApp(AppModule, adapter, { logger: { log() {}, warn() {}, error } })

    expect((await post(`${url}/alexa`, intentOf('FirstIntent'))).status).toBe(500)
    expect((await post(`${url}/alexa`, intentOf('SecondIntent'))).status).toBe(500)
    expect(lines).toEqual([
      expect.stringContaining('@RequireProfile() on the same method'),
      expect.stringContaining('UseInterceptors(ProfileInterceptor)'),
    ])
  })
})

it('calls no method with a requirement for calls that do not arrive by HTTP', async () => {
  let calls = 0
  @Injectable()
  class Resolver {
    @RequireProfile({ required: ['email'] })
    resolve() {
      calls += 1
    }
  }
  @Module({ imports: [AlexaProfileModule.forRoot({})], providers: [Resolver] })
  class AppModule {}
  const { app } = await startApp(AppModule, 'Express')

  await expect(callByGraphql(app, Resolver, 'resolve')).rejects.toThrow('@RequireProfile() supports only HTTP requests')
  expect(calls).toBe(0)
})

it('rejects mistakes when a class is defined', () => {
  class SkillController {
    book() {}
  }
  const decorate = (options: object) => () =>
    RequireProfile(options as never)(SkillController.prototype as never, 'book', {
      value: SkillController.prototype.book,
    })

  expect(decorate({ requried: ['email'] })).toThrow('requried')
  expect(decorate({ required: ['mail'] })).toThrow('Unknown field "mail". Did you mean "email"?')
  expect(decorate({ required: ['email'], level: 'speaker' })).toThrow('Speakers have no email.')
  expect(decorate({ required: ['email'], declined: 'bok' })).toThrow(
    'declined: Unknown method "bok". Did you mean "book"?',
  )
  expect(decorate({ required: ['email'], otherwise() {} })).toThrow('otherwise must be the name of a method')
})
