import { expect, it } from 'vitest'
import { say } from '../../emulator/test/scripted-skill.js'
import { startedConsole } from './started-console.js'

it("runs the page's commands for a program, and returns a snapshot", async () => {
  const console = await startedConsole({ skill: () => say('Hello.') })
  await console.run('open', {})
  await console.run('set-permission', { scope: 'alexa::profile:email:read', granted: true })
  const { turns, state } = console.snapshot()
  expect(turns).toMatchObject([{ id: 1, request: { type: 'LaunchRequest' }, response: { speech: 'Hello.' } }])
  expect(state.customer.granted).toEqual(['alexa::profile:email:read'])
  expect(console.turnJson(1)).toEqual(await console.json(1))
  expect(console.turnJson(2)).toBeUndefined()
  expect(console.exportedTest()).toContain('device.open()')
})

it('rejects commands that the page could not send', async () => {
  const console = await startedConsole()
  await expect(console.run('open', {})).rejects.toThrow('There is no skill to talk to yet.')
  const untyped = console.run as (name: string, body: object) => Promise<void>
  await expect(untyped('opne', {})).rejects.toThrow('Unknown command "opne". Did you mean "open"?')
  await expect(untyped('say', { word: 'hello' })).rejects.toThrow('The body of say is invalid: words: ')
})
