import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { folderWith, saying, spawnDev, startDev } from './support/run-dev.js'

vi.setConfig({ testTimeout: 40_000 })

async function ended(pid: number): Promise<boolean> {
  for (let waits = 0; waits < 100; waits += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await sleep(50)
  }
  return false
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)("ends on %s together with the skill's process", async (signal) => {
  const cwd = folderWith({ 'skill.mjs': saying('String(process.pid)') })
  const { open, end, ready } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const pid = Number((await open()).speech)
  expect(await end(signal)).toMatchObject({ code: 0, stderr: '' })
  expect(await ended(pid)).toBe(true)
  await expect(fetch(ready.url)).rejects.toThrow()
})

it('ends immediately while the skill blocks its process and events are pending', async () => {
  const code = `if (event.request.intent) { console.error('blocked', process.pid); for (;;); }`
  const cwd = folderWith({ 'skill.mjs': saying('"hello"', code) })
  const { child, command, end, output, ready } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const page = await fetch(new URL('/console/events', ready.url))
  const blocking = command('intent', { intent: 'Block', slots: {} }).catch(() => 'cut')
  while (!output.stderr.includes('blocked')) await sleep(20)
  const startedAt = performance.now()
  expect((await end()).code).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(6000) // otherwise it would take 8 s
  await Promise.all([blocking, page.text().catch(() => 'cut')])
  expect(await ended(Number(/blocked (\d+)/.exec(output.stderr)?.[1]))).toBe(true)
  expect(child.exitCode).toBe(0)
})

it("ends the skill's process when it is killed", async () => {
  const cwd = folderWith({ 'skill.mjs': saying('String(process.pid)') })
  const { open, child, closed } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const pid = Number((await open()).speech)
  child.kill('SIGKILL')
  await closed
  expect(await ended(pid)).toBe(true)
})

it('ends while the module is still loading', async () => {
  const cwd = folderWith({ 'skill.mjs': 'console.log("loading", process.pid); await new Promise(() => {})' })
  const { child, closed, output } = spawnDev(['--port', '0', '--skill', 'skill.mjs'], { cwd })
  while (!output.stdout.includes('loading')) await sleep(20)
  child.kill('SIGINT')
  expect((await closed)[0]).toBe(0)
  expect(await ended(Number(/loading (\d+)/.exec(output.stdout)?.[1]))).toBe(true)
})

it('ends when a terminal sends Ctrl-C to all of its processes', async () => {
  const cwd = folderWith({ 'skill.mjs': saying('String(process.pid)') })
  const { open, end, child } = await startDev(['--skill', 'skill.mjs'], { cwd })
  process.kill(Number((await open()).speech), 'SIGINT')
  expect((await open()).violations).toEqual([])
  child.kill('SIGINT') // and npx passes it on
  expect(await end()).toMatchObject({ code: 0, stderr: '' })
})

it('ends when its output is no longer read', async () => {
  const cwd = folderWith({ 'skill.mjs': saying('"hello"') })
  const { child, command, closed } = await startDev(['--skill', 'skill.mjs'], { cwd })
  child.stdout.destroy()
  await command('open').catch(() => 'cut')
  expect(await closed).toEqual([0, null])
})

it('ends on SIGTERM while a program does not read its events', async () => {
  const cwd = folderWith({ 'skill.mjs': saying('"x".repeat(7000)') })
  const { child, command, closed } = await startDev(['--skill', 'skill.mjs'], { cwd })
  child.stdout.pause()
  for (let turns = 0; turns < 150; turns += 1) await command('open')
  const startedAt = performance.now()
  child.kill('SIGTERM')
  const ended = await Promise.race([once(child, 'exit'), sleep(15_000, 'still there')])
  expect(ended).toEqual([0, null])
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  child.stdout.resume()
  await closed
})

it('ends immediately if all output has been read', async () => {
  const { child, closed } = await startDev(['--skill', 'skill.mjs'], {
    cwd: folderWith({ 'skill.mjs': saying('"hi"') }),
  })
  child.kill('SIGTERM')
  expect(await closed).toEqual([0, null])
})
