import type { PromptWords } from '@alexa-profile/core'
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
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  AlexaProfileModule,
  type AlexaProfileModuleOptions,
  AlexaProfileService,
  OnIntent,
  OnLaunch,
  OnSkillDisabled,
  Profile,
  ProfileInterceptor,
  type ProfileValues,
  RequireProfile,
} from '../src/index.js'
import { AlexaProfileOverloadModule, type AlexaProfileOverloadOptions } from '../src/overload.js'
import { intentOf, requestOf } from './support/request.js'
import { signatureOf, signedPost } from './support/signed-post.js'
import { adapterNames, startApp } from './support/start-app.js'

/** Looks at a request first, as `AlexaRequestGuard` does. */
@Injectable()
class NoteArrival implements NestInterceptor {
  constructor(@Inject(AlexaProfileService) private readonly service: AlexaProfileService) {}

  intercept(...[context, next]: Parameters<NestInterceptor['intercept']>) {
    this.service.profileFor(context.switchToHttp().getRequest())
    return next.handle()
  }
}

/** Takes long before the read, as other interceptors may. */
@Injectable()
class SlowInterceptor implements NestInterceptor {
  async intercept(...[, next]: Parameters<NestInterceptor['intercept']>) {
    await new Promise((resolve) => setTimeout(resolve, 6500))
    return next.handle()
  }
}

/** Handlers wait for this promise before they respond. */
let gate = Promise.resolve()
let open = () => {}
/** The number of handlers that wait. */
let begun = 0
/** The time that a launch keeps the processor busy. */
let spinMs = 0

beforeEach(() => {
  begun = 0
  spinMs = 0
  gate = Promise.resolve()
})

function closeGate() {
  gate = new Promise((resolve) => {
    open = resolve
  })
  onTestFinished(() => open())
}

@Controller('alexa')
@UseInterceptors(ProfileInterceptor)
class SkillController {
  @OnLaunch()
  welcome() {
    const until = performance.now() + spinMs
    while (performance.now() < until);
    return 'Welcome.'
  }

  @OnSkillDisabled()
  left() {}

  @OnIntent('BookIntent')
  @RequireProfile({ required: ['givenName'] })
  async book(@Profile() { givenName }: ProfileValues<'givenName'>) {
    begun += 1
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

/** A read on a busy machine. It still ends half a second before Alexa stops waiting. */
const patient = { attemptTimeoutMs: 60_000, deadlineMs: 60_000 }

async function start(
  adapter: (typeof adapterNames)[number],
  overload: AlexaProfileOverloadOptions | undefined,
  options: AlexaProfileModuleOptions = {},
  controller: Type = SkillController,
) {
  // Longer than Alexa waits, so that a busy machine does not break a turn that the test holds back.
  const emulator: Emulator = await startEmulator({ skillTimeoutMs: 120_000 })
  onTestFinished(() => emulator.close())
  emulator.customer.grantAll()
  @Module({
    imports: [
      AlexaProfileModule.forRoot({ allowedEndpoints: [emulator.url], ...patient, ...options }),
      ...(overload ? [AlexaProfileOverloadModule.forRoot(overload)] : []),
    ],
    controllers: [controller],
  })
  class SkillModule {}
  const { app, url } = await startApp(SkillModule, adapter)
  onTestFinished(() => app.close())
  const post = (request: object) => signedPost(`${url}/alexa`, request)
  return {
    app,
    url: `${url}/alexa`,
    emulator,
    post,
    say: async () => (await emulator.device(`${url}/alexa`).intent('BookIntent')).speech,
    /** The speech in response to a launch. */
    launch: async (locale = 'en-US') => {
      const answer = await post(requestOf({ type: 'LaunchRequest', locale }))
      const { response } = (await answer.json()) as { response: { outputSpeech: { text?: string; ssml?: string } } }
      return response.outputSpeech.text ?? response.outputSpeech.ssml
    },
  }
}

const tooBusy = '<speak>Sorry, this skill is too busy to answer right now. Please try again in a few minutes.</speak>'

describe.each(adapterNames)('overloaded skill on %s', (adapter) => {
  beforeEach(() => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
  })

  it('starts as many turns as allowed and tells the other customers to try again later', async () => {
    closeGate()
    const { say, launch } = await start(adapter, { maxTurns: 2 })
    const first = [say(), say()]
    await expect.poll(() => begun).toBe(2)

    expect(await Promise.all([launch(), launch(), launch()])).toEqual([tooBusy, tooBusy, tooBusy])
    expect(vi.mocked(Logger.prototype.warn).mock.calls).toEqual([[expect.stringContaining('Overloaded: this process')]])
    open()
    expect(await Promise.all(first)).toEqual(['Booked for Ann.', 'Booked for Ann.'])
    expect(await Promise.all([say(), say()])).toEqual(['Booked for Ann.', 'Booked for Ann.'])
  })

  it('starts a waiting turn as soon as another turn has ended', async () => {
    closeGate()
    const { say } = await start(adapter, { maxTurns: 1 })
    const first = say()
    await expect.poll(() => begun).toBe(1)
    const second = say()
    setTimeout(open, 100)

    expect(await Promise.all([first, second])).toEqual(['Booked for Ann.', 'Booked for Ann.'])
  })

  it("apologizes in the customer's language and with the skill's own words", async () => {
    closeGate()
    const ownWords = ({ locale }: PromptWords) => (locale === 'fr-FR' ? 'Plus tard.' : fail())
    function fail(): never {
      throw new Error('no words')
    }
    const { say, launch } = await start(adapter, { maxTurns: 1, skillName: 'Table Talk' })
    const own = await start(adapter, { maxTurns: 1, tooBusy: ownWords })
    const first = [say(), own.say()]
    await expect.poll(() => begun).toBe(2)

    expect(await launch('de-DE')).toContain('Tut mir leid, Table Talk ist gerade überlastet.')
    expect(await own.launch('fr-FR')).toBe('<speak>Plus tard.</speak>')
    expect((await own.post(requestOf({ type: 'LaunchRequest' }))).status).toBe(503)
    open()
    await Promise.all(first)
  })

  it('returns status 503 if the customer does not hear the response, so that Alexa delivers an event again', async () => {
    closeGate()
    const { say, post } = await start(adapter, { maxTurns: 1 })
    const first = say()
    await expect.poll(() => begun).toBe(1)

    const answers = await Promise.all([
      post(requestOf({ type: 'AlexaSkillEvent.SkillDisabled' }, null)),
      post(requestOf({ type: 'SessionEndedRequest' })),
      post({ not: 'of Alexa' }),
      post({ ...requestOf({ type: 'LaunchRequest' }), padding: 'x'.repeat(300_000) }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503])
    open()
    await first
  })

  it('frees the place of a customer who has left', async () => {
    closeGate()
    const { say, url } = await start(adapter, { maxTurns: 1 })
    const first = say()
    await expect.poll(() => begun).toBe(1)
    const body = JSON.stringify(intentOf('BookIntent'))
    const headers = { 'content-type': 'application/json', ...(await signatureOf(body)) }
    await expect(fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(200) })).rejects.toThrow()
    open()

    expect([await first, await say()]).toEqual(['Booked for Ann.', 'Booked for Ann.'])
    expect(begun).toBe(2)
  })

  it('closes the connections of rejected clients while it shuts down', async () => {
    closeGate()
    const { app, say, post } = await start(adapter, { maxTurns: 1 })
    const first = say()
    await expect.poll(() => begun).toBe(1)
    const arrived = new Promise((resolve) => app.getHttpServer().once('request', resolve))
    const second = post(requestOf({ type: 'LaunchRequest' }))
    await arrived
    const closed = app.close()

    const refused = await second
    expect([refused.status, refused.headers.get('connection')]).toEqual([200, 'close'])
    open()
    expect(await first).toBe('Booked for Ann.')
    await closed
  })

  it('does not limit requests that do not come from Alexa', async () => {
    closeGate()
    const { say, url } = await start(adapter, { maxTurns: 1 })
    const first = say()
    await expect.poll(() => begun).toBe(1)

    expect((await fetch(url)).status).toBe(404)
    const body = JSON.stringify(requestOf({ type: 'LaunchRequest' }))
    const unsigned = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(await unsigned.json()).toMatchObject({ response: { outputSpeech: { text: 'Welcome.' } } })
    open()
    await first
  })

  it('allows 64 turns at a time until it has measured its speed', async () => {
    closeGate()
    const { say, launch } = await start(adapter, {})
    const first: Promise<unknown>[] = []
    while (first.length < 64) {
      first.push(say())
      await expect.poll(() => begun, { interval: 1 }).toBe(first.length)
    }
    expect(await launch()).toBe(tooBusy)
    open()
    expect(new Set(await Promise.all(first))).toEqual(new Set(['Booked for Ann.']))
  })

  it('rejects some turns if the turns use the whole processor', async () => {
    const { launch } = await start(adapter, {})
    await launch()
    spinMs = 200
    const answers = await Promise.all(Array.from({ length: 60 }, () => launch()))

    expect(new Set(answers)).toEqual(new Set(['Welcome.', tooBusy]))
  })

  it('counts a turn as ended if its read fails', async () => {
    const { emulator, say } = await start(adapter, { maxTurns: 1 })
    emulator.situation('blocked', { requests: 3 })
    for (let count = 0; count < 3; count += 1) expect(await say()).toContain("can't get your first name")
    expect(await say()).toBe('Booked for Ann.')
  })

  it('has no limit without AlexaProfileOverloadModule', async () => {
    closeGate()
    const { say, launch } = await start(adapter, undefined)
    const first = Array.from({ length: 70 }, say)
    await expect.poll(() => begun).toBe(70)
    expect(await launch()).toBe('Welcome.')
    open()
    await Promise.all(first)
  })
})

it('says no skill name if several skills with the module share a server', async () => {
  closeGate()
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  emulator.customer.grantAll()
  @Module({
    imports: [
      AlexaProfileModule.forRoot({ allowedEndpoints: [emulator.url] }),
      AlexaProfileOverloadModule.forRoot({ maxTurns: 1, skillName: 'One' }),
    ],
    controllers: [SkillController],
  })
  class OneModule {}
  @Module({
    imports: [
      AlexaProfileModule.forRoot({ isGlobal: false }),
      AlexaProfileOverloadModule.forRoot({ skillName: 'Two' }),
    ],
  })
  class TwoModule {}
  @Module({ imports: [OneModule, TwoModule] })
  class BothModule {}
  const { url } = await startApp(BothModule, 'Express')
  const first = emulator.device(`${url}/alexa`).intent('BookIntent')
  await expect.poll(() => begun).toBe(1)

  const rejected = await signedPost(`${url}/alexa`, requestOf({ type: 'LaunchRequest' }))
  expect(await rejected.json()).toMatchObject({ response: { outputSpeech: { ssml: tooBusy } } })
  open()
  expect((await first).speech).toBe('Booked for Ann.')
})

it('limits a read to the time that Alexa still waits', async () => {
  const { emulator, say } = await start('Express', {}, {}, SlowController)
  emulator.situation('silent')
  const startedAt = performance.now()
  expect(await say()).toContain("can't get your first name from Alexa right now")
  expect(performance.now() - startedAt).toBeLessThan(30_000) // Without Alexa's limit it would take more than 60 s.
})

it('limits a read to the time that the platform has left', async () => {
  const asked: object[] = []
  const timeLeftMs = (httpRequest: object) => {
    asked.push(httpRequest)
    return 3000
  }
  const { emulator, say } = await start('Express', {}, { timeLeftMs })
  expect(await say()).toBe('Booked for Ann.')
  emulator.situation('silent')
  const startedAt = performance.now()
  expect(await say()).toContain("can't get your first name from Alexa right now")
  expect(performance.now() - startedAt).toBeLessThan(7000) // Without the platform's limit it would take 7.5 s.
  expect(asked.at(-1)).toMatchObject({ method: 'POST', url: expect.stringContaining('/alexa') })
})

it('leaves a read its usual time if the platform does not report a limit', async () => {
  const { emulator, say } = await start('Express', {}, { timeLeftMs: () => undefined, deadlineMs: 3000 })
  expect(await say()).toBe('Booked for Ann.')
  emulator.situation('silent')
  expect(await say()).toContain("can't get your first name from Alexa right now")
})

it('rejects a timeLeftMs that is not a function', async () => {
  const options = { timeLeftMs: 8000 } as unknown as AlexaProfileModuleOptions
  await expect(start('Express', {}, options)).rejects.toThrow(/timeLeftMs must be a function/)
})

it.each([0, -1, 1.5, Number.NaN, '5'])('rejects %s as maxTurns', async (maxTurns) => {
  const options = { maxTurns } as AlexaProfileOverloadOptions
  await expect(start('Express', options)).rejects.toThrow(/maxTurns must be a whole number/)
})

it('rejects unknown options and prompts that cannot be spoken', async () => {
  await expect(start('Express', { maxTurn: 5 } as object)).rejects.toThrow('Unknown option "maxTurn". Known options')
  await expect(start('Express', { skillName: 5 } as object)).rejects.toThrow('skillName')
})
