import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Skill } from '@alexa-profile/emulator'
import { describe, expect, it } from 'vitest'
import { answering, listening } from '../../emulator/test/listening.js'
import { exported, latestCard, project } from './exported.js'
import { orderModel } from './order-model.js'
import { type StartedConsole, startedConsole } from './started-console.js'
import { tableTalk } from './table-talk.js'

const require = createRequire(import.meta.url)
const email = 'alexa::profile:email:read'

interface Outcome {
  readonly passed: boolean
  readonly output: string
}

/** Runs a test file with vitest, beside `files`. */
async function run(source: string, files: Record<string, string> = {}): Promise<Outcome> {
  return npmTest(await project({ ...files, 'conversation.test.ts': source }))
}

function npmTest(folder: string): Promise<Outcome> {
  return node(folder, join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs'), 'run')
}

function typecheck(folder: string): Promise<Outcome> {
  return node(folder, join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'), '--project', folder)
}

function node(cwd: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env: { NO_COLOR: '1' } }, (error, output, errors) =>
      resolve({ passed: error === null, output: `${output}${errors}` }),
    )
  })
}

/** Has a conversation with everything that a test can repeat. */
async function talkMuch(console: StartedConsole): Promise<void> {
  const { send, emulator } = console
  await send('open', {})
  await send('intent', { intent: 'BookTableIntent', slots: { date: '2027-01-30', "it's": '"quoted"\n\u2028' } })
  await expect.poll(() => emulator.customer.cards).toHaveLength(1)
  await send('grant-card', { cardId: await latestCard(console) })
  await send('set-data', { values: { email: "o'brien@example.com", name: null } })
  await send('intent', { intent: 'BookTableIntent', slots: {} })
  await send('set-permission', { scope: email, granted: false })
  await send('intent', { intent: 'AskIntent', slots: {} })
  await send('answer-consent', { answer: 'accept' })
  await send('replay', { turnId: 2 })
  await send('add-speaker', { data: { givenName: '$' + '{process.exit(1)}' } })
  await send('choose-speaker', { speakerId: 1 })
  await send('grant-card', { cardId: await latestCard(console), speakerId: 1 })
  await send('set-situation', { name: 'unavailable', on: true, requests: 2 })
  await send('intent', { intent: 'BookTableIntent', slots: {} })
  await send('set-situation', { name: 'unavailable', on: false })
  await send('set-situation', { name: 'events-late', on: true, delayMs: 1000 })
  await send('clear-situations', {})
  await send('end', {})
  await send('add-customer', { data: { givenName: '`Bob`' } })
  await send('set-locale', { locale: 'de-DE' })
  await send('open', {})
  await send('declare', { scopes: ['alexa::profile:name:read'] })
  await send('intent', { intent: 'BookTableIntent', slots: {} })
  await send('expire-tokens', {})
  await send('set-skill-enabled', { enabled: false })
}

const base = fileURLToPath(new URL('../../../tsconfig.base.json', import.meta.url))

/** Says the time without digits, so that an exported test expects every word. */
const lateSkill = `
export const handler = async (event: { request: { type: string } }) => {
  const text = event.request.type === 'LaunchRequest' && Date.now() > 1e12 ? 'It is late.' : 'It is early.'
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text } } }
}
`

/** A skill that says what it gets, delegates its dialog, and asks for consent by voice. */
const orderSkill = `
type Request = { type: string; dialogState?: string; intent?: { name: string; slots?: Record<string, { value?: string }> } }

export const handler = async ({ request, session }: { request: Request; session: { attributes?: object } }) => {
  const { type, dialogState, intent } = request
  if (dialogState === 'STARTED') return { version: '1.0', response: { directives: [{ type: 'Dialog.Delegate' }] } }
  const said = Object.entries(intent?.slots ?? {}).map(([name, { value }]) => name + ' ' + value)
  const text = [type, intent?.name, ...said, JSON.stringify(session.attributes ?? {}).length > 2].join(' ')
  const directives = intent?.name === 'AskIntent' ? [ask] : []
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text }, directives, shouldEndSession: false } }
}

const ask = {
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.AskForPermissionsConsent/2',
  input: {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '2',
    permissionScopes: [{ permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' }],
  },
}
`

async function loaded(file: string): Promise<Skill> {
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { handler: Skill }
  return handler
}

const sourceOf = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

describe('an exported test', () => {
  it('repeats the conversation with a skill that is a function', async () => {
    const console = await startedConsole({
      skill: tableTalk,
      tests: { folder: '/skill', skillFile: '/skill/table-talk.ts', exportName: 'tableTalk' },
    })
    await talkMuch(console)
    const source = await exported(console)
    const files = {
      'table-talk.ts': (await sourceOf('./table-talk.ts')).replace('../../emulator/test/', './'),
      'scripted-skill.ts': await sourceOf('../../emulator/test/scripted-skill.ts'),
    }
    const result = await run(source, files)
    expect(result.output).toContain('1 passed')
    const broken = source.replace('Welcome to Table Talk.', 'Welcome to another skill.')
    expect((await run(broken, files)).passed).toBe(false)
  })

  it('talks to a skill at a URL, with the emulator at the port that the skill expects', async () => {
    const skill = await listening(answering(tableTalk))
    const console = await startedConsole({ skill })
    await console.send('open', {})
    await console.send('intent', { intent: 'BookTableIntent', slots: {} })
    const source = await exported(console)
    expect(source).toContain(`port: ${new URL(console.url).port}`)
    expect(source).toContain('Please look at your Alexa app.')
    await console.close()
    expect((await run(source)).output).toContain('1 passed')
  })

  it('is skipped if the skill at its URL is not running', async () => {
    const console = await startedConsole({ skill: 'http://127.0.0.1:1/alexa?a=b#c' })
    await console.send('open', {})
    const source = await exported(console)
    await console.close()
    expect((await run(source)).output).toMatch(/1 skipped/)
  })

  it("is saved in the project's test folder, where it passes, typechecks, and has the clock of the conversation", async () => {
    const folder = await project({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ extends: base, include: ['src', 'test'] }),
      'src/skill.ts': lateSkill,
    })
    const tests = { folder: join(folder, 'test'), skillFile: join(folder, 'src/skill.ts') }
    const console = await startedConsole({ tests, skill: await loaded(tests.skillFile) })
    await console.send('open', {})
    await console.send('save-test', {})
    await console.send('save-test', {})
    expect(await readdir(tests.folder)).toEqual(['conversation-2.test.ts', 'conversation.test.ts'])
    expect(console.events.filter(({ type }) => type === 'notice')).toMatchObject([
      { notice: { title: expect.stringMatching(/^Saved .*test\/conversation\.test\.ts$/) } },
      { notice: { title: expect.stringMatching(/^Saved .*test\/conversation-2\.test\.ts$/) } },
    ])
    const [passed, types] = await Promise.all([npmTest(folder), typecheck(folder)])
    expect(passed.output).toContain('2 passed')
    expect(types).toEqual({ passed: true, output: '' })
    // The skill says the hour, which would differ with another clock.
    const file = join(tests.folder, 'conversation.test.ts')
    const source = await readFile(file, 'utf8')
    await writeFile(file, source.replace(/new Date\('[^']*'\)/, 'new Date(0)'))
    expect((await npmTest(folder)).passed).toBe(false)
  })

  it('says words that match a sample exactly, and otherwise sends intents, at the same time of day', async () => {
    const folder = await project({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ extends: base, include: ['src', 'test'] }),
      'src/skill.ts': orderSkill,
      'skill-package/skill.json': JSON.stringify({ manifest: {} }),
      'skill-package/interactionModels/custom/en-US.json': JSON.stringify(orderModel),
    })
    const tests = { folder: join(folder, 'test'), skillFile: join(folder, 'src/skill.ts') }
    const emulator = { skillPackage: join(folder, 'skill-package'), customer: { givenName: 'Ann' } }
    const console = await startedConsole({ tests, emulator, skill: await loaded(tests.skillFile) })
    await console.send('say', { words: 'open pizza place' })
    await console.send('say', { words: 'order a huge pizza' })
    await console.send('say', { words: "at seven o'clock in the evening" })
    await console.send('say', { words: 'order me some huge pizza' })
    await console.send('say', { words: 'add ham and olives' })
    const request = { type: 'IntentRequest', intent: { name: 'AMAZON.HelpIntent', confirmationStatus: 'NONE' } }
    await console.send('replay', { turnId: 2, edited: { request, attributes: { "it's": [1] } } })
    await console.send('say', { words: 'ask me for my address' })
    await console.send('say', { words: 'yes please' })
    await console.send('save-test', {})
    const source = await readFile(join(tests.folder, 'conversation.test.ts'), 'utf8')
    expect(source.match(/(?<=await device\.).*/g)).toEqual([
      'open()',
      "say('order a huge pizza')",
      `say("at seven o'clock in the evening")`,
      "intent('OrderIntent', { size: 'huge' })",
      "say('add ham and olives')",
      expect.stringMatching(/^replay\({ request: Object\.assign\({}, turn2\.request, {$/),
      "say('ask me for my address')",
      "say('yes please')",
    ])
    expect(source).toMatch(/device\(skill, { locale: 'en-US', timeZone: '.+' }\)/)
    expect(source).toContain("understood: { intent: 'OrderIntent' }")
    expect(source).toContain('expect(turn7).toMatchObject')
    const [passed, types] = await Promise.all([npmTest(folder), typecheck(folder)])
    expect(passed.output).toContain('1 passed')
    expect(types).toEqual({ passed: true, output: '' })
  })

  it('may contain halves of characters', async () => {
    const files = {
      'skill.js': `export const handler = () => ({ version: '1.0', response: {
        outputSpeech: { type: 'PlainText', text: 'Half \\ud83d of 1 \\udc00 it\\'s' } } })`,
    }
    const folder = await project(files)
    const console = await startedConsole({ tests: { folder }, skill: await loaded(join(folder, 'skill.js')) })
    await console.send('intent', { intent: 'AnIntent', slots: { half: '\ud83d' } })
    await console.send('save-test', {})
    expect((await npmTest(folder)).output).toContain('1 passed')
  })

  it('imports a skill from a path with special characters', async () => {
    const names = ['c#/skill.js', 'what?/skill.js', 'c#/skill.ts', '100%/skill.ts', 'with space/skill.ts']
    const skill = `export const handler = () => ({ version: '1.0', response: {} })`
    const folder = await project({
      'package.json': '{ "type": "module" }',
      ...Object.fromEntries(names.map((name) => [name, skill])),
    })
    for (const name of names) {
      const tests = { folder: join(folder, 'test'), skillFile: join(folder, name) }
      const console = await startedConsole({ tests, skill: () => ({ version: '1.0', response: {} }) })
      await console.send('open', {})
      await console.send('save-test', {})
    }
    expect((await npmTest(folder)).output).toContain('5 passed (5)')
  })
})
