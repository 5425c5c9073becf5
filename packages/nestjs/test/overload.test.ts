import { type Emulator, startEmulator } from '@alexa-profile/emulator'
import {
  Controller,
  Inject,
  Injectable,
  Logger,
  Module,
  type NestInterceptor,
  type Type,
  UseInterceptors,
} from '@nestjs/common'
import { of, timeout } from 'rxjs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  AlexaProfileModule,
  type AlexaProfileModuleOptions,
  AlexaProfileService,
  OnIntent,
  OnLaunch,
  Profile,
  ProfileInterceptor,
  type ProfileValues,
  RequireProfile,
} from '../src/index.js'
import { intentOf } from './support/request.js'
import { adapterNames, startApp } from './support/start-app.js'

/** As `AlexaRequestGuard` does, which looks at a request first. */
@Injectable()
class NoteArrival implements NestInterceptor {
  constructor(@Inject(AlexaProfileService) private readonly service: AlexaProfileService) {}

  intercept(...[context, next]: Parameters<NestInterceptor['intercept']>) {
    this.service.profileFor(context.switchToHttp().getRequest())
    return next.handle()
  }
}

/** As whatever comes before a read may be. */
@Injectable()
class SlowInterceptor implements NestInterceptor {
  async intercept(...[, next]: Parameters<NestInterceptor['intercept']>) {
    await new Promise((resolve) => setTimeout(resolve, 6500))
    return next.handle()
  }
}

/** What handlers wait for before they answer. */
let gate = Promise.resolve()

@Controller('alexa')
@UseInterceptors(ProfileInterceptor)
class SkillController {
  @OnLaunch()
  welcome() {
    return 'Welcome.'
  }

  @OnIntent('BookIntent')
  @RequireProfile({ required: ['givenName'] })
  async book(@Profile() { givenName }: ProfileValues<'givenName'>) {
    await gate
    return `Booked for ${givenName}.`
  }
}

@Controller('alexa')
@UseInterceptors(NoteArrival, SlowInterceptor, ProfileInterceptor)
class SlowController {
  @OnIntent('BookIntent')
  @RequireProfile({ required: ['givenName'] })
  book(@Profile() { givenName }: ProfileValues<'givenName'>) {
    return `Booked for ${givenName}.`
  }
}

async function start(
  adapter: (typeof adapterNames)[number],
  options: AlexaProfileModuleOptions,
  controller: Type = SkillController,
) {
  const emulator: Emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  emulator.customer.grantAll()
  @Module({
    imports: [AlexaProfileModule.forRoot({ allowedEndpoints: [emulator.url], ...options })],
    controllers: [controller],
  })
  class SkillModule {}
  const { app, url } = await startApp(SkillModule, adapter)
  onTestFinished(() => app.close())
  const say = async () => (await emulator.device(`${url}/alexa`).say('BookIntent')).speech
  const post = async () => {
    const body = JSON.stringify({ ...intentOf('BookIntent'), context: emulator.envelope().context })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(`${url}/alexa`, { method: 'POST', headers, body })).json() as Promise<object>
  }
  return { emulator, say, post, launch: () => emulator.device(`${url}/alexa`).open() }
}

describe.each(adapterNames)('a skill with more turns than it can serve, on %s', { timeout: 20_000 }, (adapter) => {
  it('reads for as many as it may, and tells the others at once to try again', async () => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    let open = () => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    const { emulator, say, launch } = await start(adapter, { maxTurns: 2 })
    const first = [say(), say()]
    await expect.poll(() => emulator.requests.length, { timeout: 10_000 }).toBe(2)
    const later = await Promise.all([say(), say(), say()])

    expect(later).toEqual(Array(3).fill(expect.stringContaining("can't get your first name from Alexa right now")))
    expect((await launch()).speech).toBe('Welcome.')
    expect(emulator.requests).toHaveLength(2)
    open()
    expect(await Promise.all(first)).toEqual(['Booked for Ann.', 'Booked for Ann.'])
    expect(warn.mock.calls).toEqual([[expect.stringContaining('2 turns are under way (maxTurns)')]])
    expect(await Promise.all([say(), say()])).toEqual(['Booked for Ann.', 'Booked for Ann.'])
  })

  it('lets 64 be under way unless told otherwise', async () => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    let open = () => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    const { emulator, say } = await start(adapter, {})
    const first = Array.from({ length: 64 }, say)
    await expect.poll(() => emulator.requests.length, { timeout: 10_000 }).toBe(64)
    expect(await say()).toContain("can't get your first name from Alexa right now")
    open()
    expect(new Set(await Promise.all(first))).toEqual(new Set(['Booked for Ann.']))
    // Those 64 are over now, so that as many again are nothing that the server has not done before.
    expect(new Set(await Promise.all(Array.from({ length: 64 }, say)))).toEqual(new Set(['Booked for Ann.']))
  })

  it('counts a turn whose read fails as over', async () => {
    const { emulator, say } = await start(adapter, { maxTurns: 1 })
    emulator.situation('blocked', { requests: 3 })
    for (let count = 0; count < 3; count += 1) expect(await say()).toContain("can't get your first name")
    expect(await say()).toBe('Booked for Ann.')
  })
})

it('counts a turn as over that an interceptor gave up', async () => {
  @Injectable()
  class GiveUp implements NestInterceptor {
    intercept(...[, next]: Parameters<NestInterceptor['intercept']>) {
      return next.handle().pipe(timeout({ first: patienceMs, with: () => of({ gaveUp: true }) }))
    }
  }
  let patienceMs = 100
  @Controller('alexa')
  @UseInterceptors(GiveUp, ProfileInterceptor)
  class ImpatientController {
    @OnIntent('BookIntent')
    @RequireProfile({ required: ['givenName'] })
    book(@Profile() { givenName }: ProfileValues<'givenName'>) {
      return `Booked for ${givenName}.`
    }
  }
  const { emulator, post } = await start('Express', { maxTurns: 1 }, ImpatientController)
  emulator.situation('silent', { requests: 1 })
  expect(await post()).toEqual({ gaveUp: true })

  patienceMs = 10_000
  await expect
    .poll(post, { timeout: 10_000 })
    .toMatchObject({ response: { outputSpeech: { text: 'Booked for Ann.' } } })
})

it('leaves a read only the time that Alexa still waits', { timeout: 20_000 }, async () => {
  const { emulator, say } = await start('Express', {}, SlowController)
  emulator.situation('silent')
  const startedAt = performance.now()
  expect(await say()).toContain("can't get your first name from Alexa right now")
  expect(performance.now() - startedAt).toBeLessThan(8000)
})

it.each([0, -1, 1.5, Number.NaN, '5'])('refuses %s as maxTurns', async (maxTurns) => {
  const options = { maxTurns } as AlexaProfileModuleOptions
  await expect(start('Express', options)).rejects.toThrow(/maxTurns takes a whole number/)
})
