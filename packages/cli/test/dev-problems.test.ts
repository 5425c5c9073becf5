import { expect, it } from 'vitest'
import { folderWith, saying, startDev, write } from './support/run-dev.js'

const loadProblems: readonly [string, string | RegExp][] = [
  ['export const skill = 1, create = 2', 'It exports create, skill, and no function with the name'],
  ['', 'It exports nothing, and no function'],
  ['export const handler = {}', 'export const handler = async (event, context) =>'],
  ['throw new Error("no database")', /Error: no database\n\s+at .*skill\.mjs:1/],
  ['throw "plain"', 'plain'],
  ['export const = 1', 'SyntaxError'],
  ['import "./nowhere.mjs"', 'nowhere.mjs'],
  ['process.exit(3)', 'ended with exit code 3 while it was loading'],
  ['process.kill(process.pid, "SIGKILL"); await new Promise(() => {})', 'ended by SIGKILL'],
]

it('says why a module cannot be loaded and what to do, and loads it when it is fixed', async () => {
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
    expect(told.detail, code).toMatch(/\nIt will be reloaded when one of its files changes\.$/)
  }
  expect((await open()).violations).toMatchObject([{ rule: 'skill-error' }])
  seen = events().length
  write(cwd, 'skill.mjs', saying('"fixed"'))
  await notice(/is reloaded/, seen)
  expect((await open()).speech).toBe('fixed')
  expect((await end()).code).toBe(0)
})

it('asks for tsx if Node cannot load the TypeScript', async () => {
  const cwd = folderWith({ 'skill.mts': `enum Word { One = 'one' }\n${saying('Word.One')}` })
  const { notice } = await startDev(['--skill', 'skill.mts'], { cwd })
  expect((await notice(/cannot be loaded/)).notice.detail).toContain('install tsx')
})

const failures: readonly [string, string, string][] = [
  ['throw Object.assign(new TypeError("no table"), { code: "E_TABLE" })', 'skill-error', 'TypeError E_TABLE no table'],
  ['return Promise.reject("plain")', 'skill-error', 'plain'],
  ['return { version: "1.0", response: { n: 1n } }', 'skill-not-json', 'BigInt'],
  ['const o = {}; o.o = o; return o', 'skill-not-json', 'circular'],
  ['return', 'response-not-object', 'Did the handler return `getResponse()`?'],
  ['return { version: "1.0", response: { getResponse() {} } }', 'skill-not-json', 'Return its `getResponse()`'],
  ['return "hello"', 'response-not-object', ''],
  ['return "x".repeat(7 * 1024 * 1024)', 'skill-not-json', '6 MiB'],
  ['return { version: "1.0", response: { a: "x".repeat(200_000) } }', 'response-size', ''],
  ['process.exit(3)', 'skill-error', 'ended with exit code 3 before it responded'],
  ['setTimeout(() => { throw new Error("late") }); await new Promise(() => {})', 'skill-error', 'Error late'],
]

it('reports how a skill failed, and lets it respond to the next request', async () => {
  const cases = failures.map(([code], index) => `if (event.request.intent?.name === 'Fail${index}') { ${code} }`)
  const cwd = folderWith({ 'skill.mjs': saying('"fine"', cases.join('\n')) })
  const { open, intent: send, output } = await startDev(['--skill', 'skill.mjs'], { cwd })
  for (const [index, [code, rule, message]] of failures.entries()) {
    const [violation] = (await send(`Fail${index}`)).violations
    expect(violation, code).toMatchObject({ rule, message: expect.stringContaining(message) })
    expect((await open()).speech, code).toBe('fine')
  }
  expect(output.stderr).toMatch(/TypeError: no table\n\s+at handler .*skill\.mjs/)
})

it('ends the process of a skill that has not responded after 8 s, even if it is blocked, and starts another', async () => {
  const hang = `
    if (event.request.intent?.name === 'Block') for (;;);
    if (event.request.intent?.name === 'Wait') await new Promise(() => setInterval(() => {}, 1000))`
  const cwd = folderWith({ 'skill.mjs': saying('String(process.pid)', hang) })
  const { open, intent: send, notice, end } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const first = (await open()).speech
  for (const intent of ['Block', 'Wait']) {
    const { violations, durationMs } = await send(intent)
    expect(violations, intent).toMatchObject([{ rule: 'skill-timeout' }])
    expect(durationMs, intent).toBeGreaterThan(7900)
  }
  expect((await open()).speech).not.toBe(first)
  await notice(/was reloaded because its process had ended/)
  const ended = await end()
  expect(ended.code).toBe(0)
})

const places: readonly [code: string, location: string | undefined, problem: RegExp][] = [
  ['export const = 1', 'skill.mjs:1', /^Unexpected token '='$/],
  ['\nimport "./broken.mjs"', 'broken.mjs:2', /^Unexpected token '='$/],
  ['\nimport "./broken.cjs"', 'broken.cjs:1', /^Unexpected token '='$/],
  ['\nthrow new Error("no database")', 'skill.mjs:2:7', /^no database$/],
  ['export const handler = 1', undefined, /^It exports handler, and no function with the name "handler"\.$/],
]

it('shows on the page whether the skill is loaded, and in which file and line it failed', async () => {
  const cwd = folderWith({
    'skill.mjs': saying('"fine"'),
    'broken.mjs': 'export const a = 1\nexport const = 2',
    'broken.cjs': 'const = 2',
  })
  const { event, events, open } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const loaded = { name: 'skill.mjs', status: 'loaded' }
  await event('state', ({ state }) => state.skill.status === 'loaded')
  expect((await event('state', ({ state }) => state.skill.status !== 'none')).state.skill).toEqual({
    name: 'skill.mjs',
    status: 'loading',
  })
  for (const [code, location, problem] of places) {
    const seen = events().length
    write(cwd, 'skill.mjs', code)
    const { state } = await event('state', ({ state: { skill } }) => skill.status === 'failed', seen)
    expect(state.skill, code).toEqual({
      name: 'skill.mjs',
      status: 'failed',
      problem: expect.stringMatching(problem),
      ...(location !== undefined && { location }),
    })
  }
  const seen = events().length
  write(cwd, 'skill.mjs', saying('"fine"', 'if (event.request.type === "LaunchRequest") throw new Error("no table")'))
  expect((await event('state', ({ state }) => state.skill.status === 'loaded', seen)).state.skill).toEqual(loaded)
  expect((await open()).violations).toMatchObject([
    { rule: 'skill-error', location: expect.stringMatching(/^skill\.mjs:3:\d+$/) },
  ])
})
