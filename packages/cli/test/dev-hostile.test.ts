import { expect, it } from 'vitest'
import { folderWith, saying, startDev } from './support/run-dev.js'

/** Calls of skills that expect a process for themselves. */
const harmless: readonly string[] = [
  'process.send("ready")', // PM2
  'process.send?.(null)',
  'process.send({ type: "loaded", files: 1 })',
  'process.send({ type: "answered", id: 1, text: "{" })',
  'process.send({ type: "threw", id: 1 })',
  'process.send({ type: "crashed" }, () => {})',
  'process.disconnect()',
  'process.channel?.unref()',
  'console.log("\\x1b[2J{}", "not JSON"); console.error("\\0".repeat(1e5))',
  'writeSync(3, "\\nnull\\n[]\\n{\\"type\\":\\"loaded\\"}\\n{\\"type\\":\\"crashed\\"}\\n")',
  'writeSync(3, Buffer.from([10, 0, 255, 254, 10]))',
  'writeSync(3, "no line feed")',
  'process.emit("disconnect"); process.emit("message", null); process.emit("message", { id: 1 })',
]

it('keeps running after any message from a skill, at load and in a turn', async () => {
  const code = harmless.map((statement) => `try { ${statement} } catch (error) { console.error(error) }`).join('\n')
  const cwd = folderWith({
    'skill.mjs': `import { writeSync } from 'node:fs'\n${code}\n${saying('"fine"', code)}`,
  })
  const { open, end, events, output } = await startDev(['--skill', 'skill.mjs'], { cwd })
  for (let turns = 0; turns < 3; turns += 1) expect(await open()).toMatchObject({ speech: 'fine', violations: [] })
  expect(events().length).toBeGreaterThan(3) // each line of stdout is an event
  expect(output.stderr).toContain('not JSON')
  expect(output.stderr).not.toContain('is not a function')
  expect((await end()).code).toBe(0)
})

const deadly: readonly [code: string, message: string][] = [
  ['closeSync(3)', 'it closed file descriptor 3'],
  [
    'for (;;) try { writeSync(3, "x".repeat(65_536)) } catch (error) { if (error.code !== "EAGAIN") throw error }',
    'it wrote more than 16 MiB to file descriptor 3',
  ],
  ['process.exit(3)', 'ended with exit code 3'],
  ['process.kill(process.pid, "SIGKILL")', 'ended by SIGKILL'],
  ['process.abort()', 'ended by SIGABRT'],
]

it("reports why a skill's process ended, at load and in a turn, and keeps running", async () => {
  const cases = deadly.map(([code], index) => `if (event.request.intent?.name === 'End${index}') { ${code} }`)
  const imports = `import { closeSync, writeSync } from 'node:fs'\n`
  const cwd = folderWith({ 'skill.mjs': `${imports}${saying('"fine"', cases.join('\n'))}` })
  const { open, intent, end } = await startDev(['--skill', 'skill.mjs'], { cwd })
  for (const [index, [code, message]] of deadly.entries()) {
    const [violation] = (await intent(`End${index}`)).violations
    expect(violation, code).toMatchObject({ rule: 'skill-error', message: expect.stringContaining(message) })
    expect((await open()).speech, code).toBe('fine')
  }
  expect((await end()).code).toBe(0)
  for (const [code, message] of deadly) {
    const failing = folderWith({ 'skill.mjs': `${imports}${code}\n${saying('"fine"')}` })
    const { notice, end: endAgain } = await startDev(['--skill', 'skill.mjs'], { cwd: failing })
    expect((await notice(/cannot be loaded/)).notice.detail, code).toContain(message)
    expect((await endAgain()).code, code).toBe(0)
  }
})

const strange: readonly [code: string, rule: string][] = [
  ['throw Object.create(null)', 'skill-error'],
  ['throw new Proxy({}, { get() { throw 1 } })', 'skill-error'],
  ['throw Object.defineProperty(new Error(), "message", { get() { throw 1 } })', 'skill-error'],
  ['throw new Error("x".repeat(30 * 1024 * 1024))', 'skill-error'],
  ['JSON.stringify = () => "{"; return {}', 'skill-not-json'],
  ['JSON.stringify = () => ({}); return {}', 'skill-not-json'],
]

it('reports errors and responses that cannot be printed', async () => {
  const cases = strange.map(([code], index) => `if (event.request.intent?.name === 'Strange${index}') { ${code} }`)
  const cwd = folderWith({ 'skill.mjs': saying('"fine"', cases.join('\n')) })
  const { intent, end } = await startDev(['--skill', 'skill.mjs'], { cwd })
  for (const [index, [code, rule]] of strange.entries()) {
    expect((await intent(`Strange${index}`)).violations, code).toMatchObject([{ rule }])
  }
  expect((await end()).code).toBe(0)
})
