import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startDevSession } from '../src/dev-session.js'
import { folderWith, saying, spawnDev, startDev } from './support/run-dev.js'

/** A module whose handler does what the intent's name says. Each case gets `response`, which says its text. */
function skillWith(cases: Readonly<Record<string, string>>, signature: string): string {
  const branches = Object.entries(cases).map(([name, code]) => `if (intent === '${name}') { ${code} }`)
  return `
const say = (text) => ({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: String(text) }, shouldEndSession: false } })
export const handler = ${signature} => {
  const intent = event.request.intent?.name
  ${branches.join('\n  ')}
  return callback ? callback(null, say(process.pid)) : say(process.pid)
}
`
}

/** The speech after each intent, or the message of the violation. */
type Cases = readonly (readonly [name: string, code: string, heard: string])[]

const withCallback: Cases = [
  ['CallsBack', `callback(null, say('called back'))`, 'called back'],
  ['CallsBackWithAnError', `callback(new Error('no table'))`, 'Error no table'],
  [
    'CallsBackAndGoesOn',
    `callback(null, say('was done')); const started = Date.now()
     setTimeout(() => { globalThis.waited = Date.now() - started }, 300)`,
    'was done',
  ],
  ['TellsWhetherItWasWaitedFor', `callback(null, say(globalThis.waited >= 290))`, 'true'],
  ['Fails', `context.fail(new Error('no chair'))`, 'Error no chair'],
  ['IsDone', `context.done(null, say('done'))`, 'done'],
  ['IsDoneWithAnError', `context.done('no room')`, 'no room'],
  ['ReturnsAPromise', `return Promise.resolve(say('promised'))`, 'promised'],
  ['ReturnsAThenable', `return { then: (resolve) => resolve(say('thenable')) }`, 'thenable'],
  [
    'FirstCallWins',
    `callback(null, say('first')); context.succeed(say('second')); return Promise.resolve(say('third'))`,
    'first',
  ],
  ['Throws', `throw new Error('thrown')`, 'Error thrown'],
  ['ThrowsAfterItCalledBack', `callback(null, say('was sent')); throw new Error('too late')`, 'was sent'],
  ['ForgetsItsCallback', `return`, 'The skill returned null'],
  ['WaitsInVain', `return new Promise(() => {})`, 'The skill returned null'],
  ['ReturnsAValue', `return say('value')`, 'The skill returned null'],
  ['CallsBackLater', `setTimeout(() => callback(null, say('later')), 50); return`, 'later'],
  // these leave timers in the event loop, which would delay the others
  [
    'CallsBackAndDoesNotWait',
    `context.callbackWaitsForEmptyEventLoop = false; globalThis.later = false
     setTimeout(() => { globalThis.later = true }, 20_000).unref(); setTimeout(() => {}, 6000); callback(null, say('did not wait'))`,
    'did not wait',
  ],
  ['Succeeds', `context.succeed(say('succeeded')); setTimeout(() => {}, 6000)`, 'succeeded'],
]

const asynchronous: Cases = [
  ['NeverResolves', `await new Promise(() => {})`, 'Runtime.NodeJsExit'],
  ['ReturnsNothing', `return`, 'The skill returned nothing'],
  ['LeavesATimer', `setTimeout(() => {}, 6000); return say('at once')`, 'at once'],
  ['RejectsElsewhere', `Promise.reject(new Error('not caught')); await new Promise(() => {})`, 'Error not caught'],
  [
    'ThrowsElsewhere',
    `setTimeout(() => { throw new Error('late') }); await new Promise((r) => setTimeout(r, 6000))`,
    'Error late',
  ],
]

const codes = (cases: Cases) => Object.fromEntries(cases.map(([name, code]) => [name, code]))

it.each([
  ['with a callback', withCallback, '(event, context, callback)'],
  ['that is async', asynchronous, 'async (event, context, callback = undefined)'],
])('runs a handler %s by the rules of Lambda', async (_what, cases, signature) => {
  const cwd = folderWith({ 'skill.mjs': skillWith(codes(cases), signature) })
  const { intent, open } = await startDev(['--skill', 'skill.mjs'], { cwd })
  await open()
  for (const [name, , heard] of cases) {
    const { speech, violations, durationMs } = await intent(name)
    expect(violations[0]?.message ?? speech, name).toContain(heard)
    expect(durationMs, name).toBeLessThan(5900) // otherwise it would take 6 s
  }
})

it('starts a new process after an exception that was not caught, and keeps the process otherwise', async () => {
  const cwd = folderWith({
    'skill.mjs': skillWith(codes(asynchronous), 'async (event, context, callback = undefined)'),
  })
  const { intent, open, notice, output } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const first = (await open()).speech
  await intent('NeverResolves')
  expect((await open()).speech).toBe(first)
  for (const name of ['RejectsElsewhere', 'ThrowsElsewhere']) {
    const before = (await open()).speech
    await intent(name)
    const turn = await open()
    expect(turn.violations).toEqual([])
    expect(turn.speech, name).not.toBe(before)
  }
  await notice(/was reloaded because its process had ended/)
  expect(output.stderr).toMatch(/Error: not caught\n\s+at handler .*skill\.mjs/)
})

it('reports an exception that was not caught while the module was loading', async () => {
  const cwd = folderWith({
    'skill.mjs': 'setTimeout(() => { throw new Error("no database") }); await new Promise(() => {})',
  })
  const { notice } = await startDev(['--skill', 'skill.mjs'], { cwd })
  expect((await notice(/cannot be loaded/)).notice.detail).toMatch(/Error: no database\n\s+at .*skill\.mjs:1/)
})

const nodeModules = (name: string) => fileURLToPath(new URL(`../../emulator/node_modules/${name}`, import.meta.url))

function folderWithPackages(names: readonly string[], files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files)
  for (const name of names) {
    mkdirSync(dirname(join(cwd, 'node_modules', name)), { recursive: true })
    symlinkSync(nodeModules(name), join(cwd, 'node_modules', name))
  }
  return cwd
}

it("runs a handler of ask-sdk's .lambda(), and says once that Node 24 rejects it", async () => {
  const cwd = folderWithPackages(['ask-sdk-core', 'ask-sdk-model'], {
    'index.js': `
const Alexa = require('ask-sdk-core')
exports.handler = Alexa.SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: () => true,
    handle: ({ responseBuilder }) => responseBuilder.speak('Hello.').reprompt('Still there?').getResponse(),
  })
  .lambda()
`,
  })
  const { open, intent, notice, events } = await startDev(['--skill', 'index.js'], { cwd })
  expect(await open()).toMatchObject({ speech: 'Hello.', violations: [] })
  expect(await intent('BookIntent')).toMatchObject({ speech: 'Hello.', violations: [] })
  const { notice: told } = await notice(/takes a callback/)
  expect(told.detail).toContain('skill.invoke(event, context)')
  const all = events().filter((event) => event.type === 'notice' && /takes a callback/.test(event.notice.title))
  expect(all).toHaveLength(1)
})

it("runs a Jovo 3 handler as in Jovo's template", async () => {
  const cwd = folderWithPackages(['jovo-framework', 'jovo-platform-alexa'], {
    'index.js': `
const { App, Lambda } = require('jovo-framework')
const { Alexa } = require('jovo-platform-alexa')
const app = new App()
app.use(new Alexa())
app.setConfig({ logging: false })
app.setHandler({ LAUNCH() { this.ask('Hello.', 'Still there?') } })
exports.handler = async (event, context, callback) => {
  await app.handle(new Lambda(event, context, callback))
}
`,
  })
  const { open } = await startDev(['--skill', 'index.js'], { cwd })
  expect(await open()).toMatchObject({ speech: 'Hello.', violations: [] })
})

it('runs a handler by the rules of Node 24 with --runtime', async () => {
  const cases: Cases = [
    ['ReturnsAValue', `return say('value')`, 'value'],
    [
      'HasNoSucceed',
      `return say(context.succeed === undefined && !('callbackWaitsForEmptyEventLoop' in context))`,
      'true',
    ],
  ]
  const cwd = folderWith({
    'skill.mjs': skillWith(codes(cases), '(event, context, callback = undefined)'),
    'callback.mjs': 'export const handler = (event, context, callback) => callback()',
  })
  const { intent } = await startDev(['--skill', 'skill.mjs', '--runtime', 'nodejs24.x'], { cwd })
  for (const [name, , heard] of cases) expect((await intent(name)).speech, name).toBe(heard)
  const { notice } = await startDev(['--skill', 'callback.mjs', '--runtime', 'nodejs24.x'], { cwd })
  expect((await notice(/cannot be loaded/)).notice.detail).toMatch(/3 parameters.*Lambda rejects it on Node 24/)
})

it('says that Node 22 ignores a returned value', async () => {
  const cwd = folderWith({ 'skill.mjs': saying('"hello"').replace('async ', '') })
  const { open, notice } = await startDev(['--skill', 'skill.mjs'], { cwd })
  expect((await open()).violations).toMatchObject([{ rule: 'response-not-object' }])
  expect((await notice(/handler is not async/)).notice.level).toBe('error')
})

it('rejects --runtime for a skill at a URL', async () => {
  const { closed, output } = spawnDev(['--skill', 'http://127.0.0.1:1/', '--runtime', 'nodejs24.x'], {
    cwd: folderWith({}),
  })
  expect((await closed)[0]).toBe(2)
  expect(output.stderr).toContain('--runtime is only for a module')
})

it.each([
  ['skill.mjs', 'skill.mjs', '--test-skill is only for a skill at a URL'],
  ['http://127.0.0.1:1/', 'http://127.0.0.1:1/', '--test-skill must be a module'],
  ['http://127.0.0.1:1/', 'missing.mjs', 'missing.mjs does not exist'],
])('rejects --skill %s --test-skill %s', async (skill, testSkill, message) => {
  const cwd = folderWith({ 'skill.mjs': saying('"hello"') })
  const host = { cwd: () => cwd, env: {} }
  const report = { notice: () => {}, event: () => {} }
  const session = startDevSession({ flags: { skill, testSkill }, host, report, stdout: 2 })
  await expect(session).rejects.toThrow(message)
})
