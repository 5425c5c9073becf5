import { type HandlerInput, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import { App, Lambda } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { LambdaRuntime, Skill } from '../src/index.js'
import { started } from './started.js'

const response = { version: '1.0', response: { outputSpeech: { type: 'PlainText', text: 'Hello.' } } }
const other = { version: '1.0', response: { outputSpeech: { type: 'PlainText', text: 'Bye.' } } }

interface Context {
  callbackWaitsForEmptyEventLoop?: boolean
  done?(error: unknown, response?: unknown): void
  succeed?(response: unknown): void
  fail?(error?: unknown): void
}
type Callback = (error?: unknown, response?: unknown) => void
type Handler = (event: object, context: Context, callback: Callback) => unknown

/** Returns what the customer hears, or the message of the violation. */
async function heard(skill: Skill, runtime?: LambdaRuntime, skillTimeoutMs = 8000): Promise<string | undefined> {
  const turn = await (await started({ runtime, skillTimeoutMs })).device(skill).open()
  return turn.violations[0]?.message ?? turn.speech
}

/** A promise like those of some libraries. */
const thenable = (settle: (resolve: Callback, reject: Callback) => void) => Object.fromEntries([['then', settle]])
const silent = 'within 50 ms'

describe('a handler on Node 22 of Lambda', () => {
  it.each<[what: string, handler: Handler, heard: string]>([
    ['calls back', (_event, _context, callback) => callback(null, response), 'Hello.'],
    ['calls back without an error', (_event, _context, callback) => callback(undefined, response), 'Hello.'],
    ['calls back later', (_event, _context, callback) => setTimeout(callback, 5, null, response), 'Hello.'],
    ['calls back with an error', (_event, _context, callback) => callback(new Error('no table')), 'no table'],
    ['calls back with a string as error', (_event, _context, callback) => callback('no table'), 'no table'],
    ['calls back with false as error', (_event, _context, callback) => callback(false), 'false'],
    ['succeeds', (_event, context) => context.succeed?.(response), 'Hello.'],
    ['succeeds later', (_event, context) => setTimeout(() => context.succeed?.(response), 5), 'Hello.'],
    ['fails', (_event, context) => context.fail?.(new Error('no table')), 'no table'],
    ['fails without an error', (_event, context) => context.fail?.(), 'undefined'],
    ['is done', (_event, context) => context.done?.(null, response), 'Hello.'],
    ['is done with an error', (_event, context) => context.done?.(new Error('no table'), response), 'no table'],
    ['returns a promise', () => Promise.resolve(response), 'Hello.'],
    ['rejects', () => Promise.reject(new Error('no table')), 'no table'],
    ['rejects with nothing', () => Promise.reject(), 'undefined'],
    ['returns a thenable', () => thenable((resolve) => resolve(response)), 'Hello.'],
    ['returns a thenable that rejects', () => thenable((_resolve, reject) => reject('no table')), 'no table'],
    [
      'throws',
      () => {
        throw new Error('no table')
      },
      'no table',
    ],
    [
      'has a promise that resolves after its callback was called',
      async (_event, _context, callback) => {
        callback(null, response)
        return other
      },
      'Hello.',
    ],
    [
      'has a promise that resolves before its callback is called',
      async (_event, _context, callback) => {
        setTimeout(callback, 5, null, other)
        return response
      },
      'Hello.',
    ],
    [
      'calls back twice',
      (_event, context, callback) => {
        callback(null, response)
        context.fail?.(new Error('too late'))
      },
      'Hello.',
    ],
    [
      'throws after it called back',
      (_event, _context, callback) => {
        callback(null, response)
        throw new Error('too late')
      },
      'Hello.',
    ],
    ['returns nothing in a promise', async () => undefined, 'The skill returned nothing'],
    ['returns a value', (_event: object) => response, 'The skill returned nothing'],
    ['returns a value and could call back', (_event, _context, _callback) => response, silent],
    ['never ends', (_event, _context, _callback) => undefined, silent],
    ['never resolves', () => new Promise(() => {}), silent],
  ])('%s', async (_what, handler, expected) => {
    // Only handlers that never end need a short limit.
    expect(await heard(handler as Skill, 'nodejs22.x', expected === silent ? 50 : 8000)).toContain(expected)
  })
})

describe('a handler on Node 24 of Lambda', () => {
  it.each<[what: string, handler: Handler, heard: string]>([
    ['returns a promise', async () => response, 'Hello.'],
    ['rejects', async () => Promise.reject(new Error('no table')), 'no table'],
    ['returns a value', () => response, 'Hello.'],
    ['finds no context.succeed', (_event, context) => (context.succeed ? other : response), 'Hello.'],
    [
      'finds no context.done and context.fail',
      (_event, { done, fail }) => ((done ?? fail) ? other : response),
      'Hello.',
    ],
    ['gets two arguments', (...given: unknown[]) => (given.length === 2 ? response : other), 'Hello.'],
  ])('%s', async (_what, handler, expected) => {
    expect(await heard(handler as Skill, 'nodejs24.x')).toContain(expected)
  })

  it.each<[what: string, handler: Handler]>([
    ['is called back', (_event, _context, _callback) => undefined],
    ['is async and has three parameters, as those of Jovo 3', async (_event, _context, _callback) => response],
  ])('is rejected if it %s', async (_what, handler) => {
    const emulator = await started({ runtime: 'nodejs24.x' })
    const message = /3 parameters.*Lambda rejects it on Node 24.*skill\.invoke\(event, context\)/
    expect(() => emulator.device(handler as Skill)).toThrow(message)
    expect(() => emulator.subscribe(handler as Skill)).toThrow(message)
    const device = emulator.device(async () => response)
    expect(() => {
      device.skill = handler as Skill
    }).toThrow(message)
  })
})

describe('a handler without the option runtime', () => {
  it('returns a value, as on Node 24, or calls back, as on Node 22', async () => {
    expect(await heard(() => response)).toBe('Hello.')
    expect(await heard((_event: object, _context: object) => response)).toBe('Hello.')
    const later = (_event: object, context: Required<Context>) => setTimeout(() => context.succeed(response), 5)
    expect(await heard(later as Skill)).toBe('Hello.')
    expect(await heard(((_event, _context, callback) => callback(null, response)) as Handler as Skill)).toBe('Hello.')
  })
})

it('rejects an unknown runtime', async () => {
  await expect(started({ runtime: 'nodejs18.x' as never })).rejects.toThrow('nodejs22.x, nodejs24.x')
})

it('acknowledges an event with a callback', async () => {
  const emulator = await started()
  emulator.subscribe(((_event, _context, callback) => callback()) as Handler as Skill)
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(emulator.events).toMatchObject([{ acknowledged: true, attempts: 1 }])
})

describe('handlers of frameworks, unchanged', () => {
  const launch = {
    canHandle: () => true,
    handle: (input: { responseBuilder: { speak(text: string): { getResponse(): object } } }) =>
      input.responseBuilder.speak('Hello.').getResponse(),
  }

  it("runs a handler from ask-sdk's .lambda()", async () => {
    const handler = SkillBuilders.custom().addRequestHandlers(launch).lambda()
    expect(handler).toHaveLength(3)
    expect(await heard(handler)).toBe('Hello.')
  })

  it("reports the error of ask-sdk's .lambda()", async () => {
    const handler = SkillBuilders.custom().lambda()
    expect(await heard(handler)).toContain('AskSdk.GenericRequestDispatcher Error')
  })

  it("runs a handler from Jovo 3's template", async () => {
    const app = new App()
    app.use(new Alexa())
    app.setConfig({ logging: false })
    app.setHandler({
      LAUNCH() {
        this.tell('Hello.')
      },
    })
    const handler = async (event: object, context: object, callback: Callback) => {
      await app.handle(new Lambda(event as never, context as never, callback as never))
    }
    expect(await heard(handler as Skill)).toBe('Hello.')
  })
})

it('warns once that Node 24 rejects a callback, and says what to write', async () => {
  vi.resetModules()
  const { startEmulator } = await import('../src/index.js')
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  onTestFinished(() => warned.mockRestore())
  const handler = SkillBuilders.custom().lambda()
  emulator.device(handler)
  emulator.device(handler)
  emulator.subscribe(handler)
  expect(warned.mock.calls).toEqual([
    [
      expect.stringMatching(/30 April 2027.*Node 24 rejects it.*skill\.invoke/),
      { code: 'ALEXA_PROFILE_CALLBACK_HANDLER' },
    ],
  ])
})

describe('an ask-sdk handler without a response', () => {
  it.each<[what: string, handle: (input: HandlerInput) => unknown, rule: string]>([
    ['returns the response builder', ({ responseBuilder }) => responseBuilder.speak('Hello.'), 'skill-not-json'],
    [
      'returns nothing',
      ({ responseBuilder }) => void responseBuilder.speak('Hello.').getResponse(),
      'response-not-object',
    ],
  ])('%s, and the violation says what to return', async (_, handle, rule) => {
    const handler = { canHandle: () => true, handle: handle as RequestHandler['handle'] }
    const skill = SkillBuilders.custom().addRequestHandlers(handler).create()
    const { violations, speech } = await (await started()).device((event) => skill.invoke(event as never)).open()
    expect(violations).toMatchObject([{ rule, message: expect.stringContaining('getResponse()') }])
    expect(speech).toBeUndefined()
  })
})
