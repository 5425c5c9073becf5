import { expect, it, vi } from 'vitest'
import { folderWith, saying, startDev, write } from './support/run-dev.js'

vi.setConfig({ testTimeout: 60_000 })

const loadProblems: readonly [string, string | RegExp][] = [
  ['export const skill = 1, create = 2', 'It exports create, skill, and no function with the name'],
  ['', 'It exports nothing, and no function'],
  ['export const handler = {}', 'export const handler = async (event, context) =>'],
  ['export const handler = (event, context, callback) => callback()', 'takes a callback'],
  ['throw new Error("no database")', /Error: no database\n\s+at .*skill\.mjs:1/],
  ['throw "plain"', 'plain'],
  ['export const = 1', 'SyntaxError'],
  ['import "./nowhere.mjs"', 'nowhere.mjs'],
  ['process.exit(3)', 'ended with exit code 3 while it was loaded'],
  ['process.kill(process.pid, "SIGKILL"); await new Promise(() => {})', 'ended by SIGKILL'],
]

it('tells why a module cannot be loaded, and what to do, and loads it once it is mended', async () => {
  const cwd = folderWith({ 'skill.mjs': 'export const first = 0' })
  const { notice, open, end, events } = await startDev(['--skill', 'skill.mjs'], { cwd })
  let seen = 0
  for (const [code, detail] of loadProblems) {
    await notice(/^skill\.mjs cannot be loaded$/, seen)
    seen = events().length
    write(cwd, 'skill.mjs', code)
    const { notice: told } = await notice(/^skill\.mjs cannot be loaded$/, seen)
    expect(told.level, code).toBe('error')
    expect(told.detail, code).toMatch(detail)
    expect(told.detail, code).toMatch(/\nIt is loaded again when a file of it changes\.$/)
  }
  expect((await open()).violations).toMatchObject([{ rule: 'skill-error' }])
  seen = events().length
  write(cwd, 'skill.mjs', saying('"mended"'))
  await notice(/is reloaded/, seen)
  expect((await open()).speech).toBe('mended')
  expect((await end()).code).toBe(0)
})

it('asks for tsx to load TypeScript that Node cannot load', async () => {
  const cwd = folderWith({ 'skill.mts': `enum Word { One = 'one' }\n${saying('Word.One')}` })
  const { notice } = await startDev(['--skill', 'skill.mts'], { cwd })
  expect((await notice(/cannot be loaded/)).notice.detail).toContain('install tsx')
})

const failures: readonly [string, string, string][] = [
  ['throw Object.assign(new TypeError("no table"), { code: "E_TABLE" })', 'skill-error', 'TypeError E_TABLE no table'],
  ['return Promise.reject("plain")', 'skill-error', 'plain'],
  ['return { version: "1.0", response: { n: 1n } }', 'skill-not-json', 'BigInt'],
  ['const o = {}; o.o = o; return o', 'skill-not-json', 'circular'],
  ['return', 'response-not-object', ''],
  ['return "hello"', 'response-not-object', ''],
  ['return "x".repeat(7 * 1024 * 1024)', 'skill-not-json', '6 MiB'],
  ['return { version: "1.0", response: { a: "x".repeat(200_000) } }', 'response-size', ''],
  ['process.exit(3)', 'skill-error', 'ended with exit code 3 before it answered'],
  [
    'setTimeout(() => { throw new Error("late") }); await new Promise(() => {})',
    'skill-error',
    'ended with exit code 1',
  ],
]

it('tells how a skill failed, and lets it answer the next request', async () => {
  const cases = failures.map(([code], index) => `if (event.request.intent?.name === 'Fail${index}') { ${code} }`)
  const cwd = folderWith({ 'skill.mjs': saying('"fine"', cases.join('\n')) })
  const { open, say, output } = await startDev(['--skill', 'skill.mjs'], { cwd })
  for (const [index, [code, rule, message]] of failures.entries()) {
    const [violation] = (await say(`Fail${index}`)).violations
    expect(violation, code).toMatchObject({ rule, message: expect.stringContaining(message) })
    expect((await open()).speech, code).toBe('fine')
  }
  expect(output.stderr).toMatch(/TypeError: no table\n\s+at handler .*skill\.mjs/)
})

it('ends the process of a skill that is still at it after 8 s, also one that blocks it, and goes on with another', async () => {
  const hang = `
    if (event.request.intent?.name === 'Block') for (;;);
    if (event.request.intent?.name === 'Wait') await new Promise(() => {})`
  const cwd = folderWith({ 'skill.mjs': saying('String(process.pid)', hang) })
  const { open, say, notice, end } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const first = (await open()).speech
  for (const intent of ['Block', 'Wait']) {
    const { violations, durationMs } = await say(intent)
    expect(violations, intent).toMatchObject([{ rule: 'skill-timeout' }])
    expect(durationMs, intent).toBeGreaterThan(7900)
  }
  expect((await open()).speech).not.toBe(first)
  await notice(/is loaded again, because its process had ended/)
  const ended = await end()
  expect(ended.code).toBe(0)
})
