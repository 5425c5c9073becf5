import { once } from 'node:events'
import { expect, it } from 'vitest'
import { folderWith, saying, spawnDev, startDev } from './support/run-dev.js'

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)("ends on %s together with the skill's process", async (signal) => {
  const cwd = folderWith({ 'skill.mjs': saying('String(process.pid)') })
  const { open, end, ready } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const pid = Number((await open()).speech)
  expect(await end(signal)).toMatchObject({ code: 0, stderr: '' })
  await expect.poll(() => isAlive(pid)).toBe(false)
  await expect(fetch(ready.url)).rejects.toThrow()
})

it('ends immediately while the skill blocks its process and events are pending', async () => {
  const code = `if (event.request.intent) { console.error('blocked', process.pid); for (;;); }`
  const cwd = folderWith({ 'skill.mjs': saying('"hello"', code) })
  const { child, command, end, output, ready } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const page = await fetch(new URL('/console/events', ready.url))
  const blocking = command('intent', { intent: 'Block', slots: {} }).catch(() => 'cut')
  await expect.poll(() => output.stderr).toContain('blocked')
  expect((await end()).code).toBe(0)
  expect(await blocking).toBe('cut') // otherwise the turn would end after 8 s
  await page.text().catch(() => 'cut')
  await expect.poll(() => isAlive(Number(/blocked (\d+)/.exec(output.stderr)?.[1]))).toBe(false)
  expect(child.exitCode).toBe(0)
})

it("ends the skill's process when it is killed", async () => {
  const cwd = folderWith({ 'skill.mjs': saying('String(process.pid)') })
  const { open, child, closed } = await startDev(['--skill', 'skill.mjs'], { cwd })
  const pid = Number((await open()).speech)
  child.kill('SIGKILL')
  await closed
  await expect.poll(() => isAlive(pid)).toBe(false)
})

it('ends while the module is still loading', async () => {
  const cwd = folderWith({ 'skill.mjs': 'console.log("loading", process.pid); await new Promise(() => {})' })
  const { child, closed, output } = spawnDev(['--port', '0', '--skill', 'skill.mjs'], { cwd })
  await expect.poll(() => output.stdout).toContain('loading')
  child.kill('SIGINT')
  expect((await closed)[0]).toBe(0)
  await expect.poll(() => isAlive(Number(/loading (\d+)/.exec(output.stdout)?.[1]))).toBe(false)
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
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
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
