import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { answering, listening } from '../listening.js'
import { readEvents } from './event-reader.js'
import { type StartedConsole, startedConsole } from './started-console.js'
import { tableTalk } from './table-talk.js'

const email = 'alexa::profile:email:read'

async function exported({ url }: StartedConsole): Promise<string> {
  const response = await fetch(new URL('/console/exported.test.ts', url))
  expect(response.headers.get('content-disposition')).toContain('conversation.test.ts')
  return response.text()
}

/** Runs a test file with vitest in a folder where packages are found, next to `files`. */
async function run(source: string, files: Record<string, string> = {}): Promise<{ passed: boolean; output: string }> {
  const folder = await mkdtemp(fileURLToPath(new URL('../../node_modules/.exported-', import.meta.url)))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries({
    ...files,
    'vitest.config.mjs': 'export default {}',
    'conversation.test.ts': source,
  })) {
    await writeFile(join(folder, name), text)
  }
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  return new Promise((resolve) => {
    execFile(process.execPath, [vitest, 'run'], { cwd: folder, env: { NO_COLOR: '1' } }, (error, output, errors) =>
      resolve({ passed: error === null, output: `${output}${errors}` }),
    )
  })
}

/** Has a conversation with all that a test can repeat. */
async function talkMuch(console: StartedConsole): Promise<void> {
  const { send, emulator } = console
  await send('open', {})
  await send('say', { intent: 'BookTableIntent', slots: { date: '2027-01-30', "it's": '"quoted"\n\u2028' } })
  await vi.waitFor(() => expect(emulator.customer.cards).toHaveLength(1), 10_000)
  await send('grant-card', { cardId: await latestCard(console) })
  await send('set-data', { values: { email: "o'brien@example.com", name: null } })
  await send('say', { intent: 'BookTableIntent', slots: {} })
  await send('set-permission', { scope: email, granted: false })
  await send('say', { intent: 'AskIntent', slots: {} })
  await send('answer-consent', { answer: 'accept' })
  await send('replay', { turnId: 2 })
  await send('add-speaker', { data: { givenName: '$' + '{process.exit(1)}' } })
  await send('choose-speaker', { speakerId: 1 })
  await send('set-situation', { name: 'unavailable', on: true, requests: 2 })
  await send('say', { intent: 'BookTableIntent', slots: {} })
  await send('set-situation', { name: 'unavailable', on: false })
  await send('set-situation', { name: 'events-late', on: true, delayMs: 1000 })
  await send('clear-situations', {})
  await send('end', {})
  await send('add-household', { data: { givenName: '`Bob`' } })
  await send('set-locale', { locale: 'de-DE' })
  await send('open', {})
  await send('declare', { scopes: ['alexa::profile:name:read'] })
  await send('say', { intent: 'BookTableIntent', slots: {} })
  await send('expire-tokens', {})
  await send('set-skill-enabled', { enabled: false })
}

async function latestCard({ url }: StartedConsole): Promise<number> {
  const { state } = await (await readEvents(url)).snapshot()
  return state.household.cards.at(-1)?.id ?? 0
}

const sourceOf = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

describe('an exported test', { timeout: 60_000 }, () => {
  it('has the same conversation again with a skill that is a function', async () => {
    const console = await startedConsole({
      skill: tableTalk,
      skillImport: { from: './table-talk.ts', name: 'tableTalk' },
    })
    await talkMuch(console)
    const source = await exported(console)
    const files = {
      'table-talk.ts': (await sourceOf('./table-talk.ts')).replace('../scripted-skill.js', './scripted-skill.ts'),
      'scripted-skill.ts': await sourceOf('../scripted-skill.ts'),
    }
    const result = await run(source, files)
    expect(result.output).toContain('1 passed')
    const broken = source.replace('Welcome to Table Talk.', 'Welcome to another skill.')
    expect((await run(broken, files)).passed).toBe(false)
  })

  it('talks to a skill that listens, under the port that it expects the emulator at', async () => {
    const skill = await listening(answering(tableTalk))
    const console = await startedConsole({ skill })
    await console.send('open', {})
    await console.send('say', { intent: 'BookTableIntent', slots: {} })
    const source = await exported(console)
    expect(source).toContain(`port: ${new URL(console.url).port}`)
    expect(source).toContain('Please look at your Alexa app.')
    await console.close()
    expect((await run(source)).output).toContain('1 passed')
  })

  it('begins where the conversation was started over', async () => {
    const console = await startedConsole({ skill: tableTalk, skillImport: { from: './skill.js', name: 'handler' } })
    await console.send('say', { intent: 'BookTableIntent', slots: {} })
    await console.send('grant-card', { cardId: await latestCard(console) })
    for (const name of ['events-twice', 'events-late', 'slow']) await console.send('set-situation', { name, on: true })
    await console.send('start-over', {})
    await console.send('say', { intent: 'BookTableIntent', slots: {} })
    const source = await exported(console)
    expect(source).toContain(`customer.grant('${email}')`)
    expect(source).not.toContain('cards[')
    expect(source).toContain(`emulator.situation('slow', { delayMs: 1000 })
  emulator.situation('events-twice')
  emulator.situation('events-late', { delayMs: 1800000 })`)
    expect(source).toContain("module = await import('./skill.js')")
    await console.send('replay', { turnId: 1 })
    expect((await fetch(new URL('/console/exported.test.ts', console.url))).status).toBe(200)
  })

  it('is refused when it would need somebody whom only a program has added', async () => {
    const console = await startedConsole({ skill: tableTalk })
    console.emulator.customer.addSpeaker()
    await console.send('choose-speaker', { speakerId: 1 })
    const response = await fetch(new URL('/console/exported.test.ts', console.url))
    expect([response.status, await response.json()]).toEqual([409, { message: expect.stringContaining('a speaker') }])
  })
})
