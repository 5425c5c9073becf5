import { spawnSync } from 'node:child_process'
import { startConsole } from '@alexa-profile/console'
import { expect, it, onTestFinished } from 'vitest'
import { statusResult } from '../src/mcp/status-result.js'
import { folderWith, saying, write } from './support/run-dev.js'
import { bin, startMcp } from './support/run-mcp.js'

const noise = `process.stdout.write('{"jsonrpc":"2.0","id":1,"result":{}}\\n'); console.log('noise')`

const modelWith = (sample: string) =>
  JSON.stringify({
    interactionModel: {
      languageModel: { invocationName: 'hi', intents: [{ name: 'GreetIntent', samples: [sample] }] },
    },
  })

it('serves its tools even without a skill or with a broken one, and ends with the client', async () => {
  const cwd = folderWith({ 'other.mjs': '', 'skill-package/skill.json': '{ "manifest": {} }' })
  const mcp = await startMcp(['--skill', 'skill.mjs'], { cwd })

  // no skill yet
  expect((await mcp.client.listTools()).tools).toHaveLength(9)
  expect(await mcp.problem('open')).toContain('skill.mjs does not exist.')
  expect(await mcp.problem('status')).toContain('skill.mjs does not exist.')

  // a skill that cannot be loaded
  write(cwd, 'skill.mjs', 'export const handler = async () => {\n  return missing(\n')
  expect(await mcp.problem('open')).toContain('skill.mjs cannot be loaded at skill.mjs:3: Unexpected end of input.')
  expect(await mcp.call('status')).toMatchObject({ skill: { status: 'failed' } })

  // a skill that writes to stdout, before and in each turn
  write(cwd, 'skill.mjs', `${noise}\n${saying("'one'", noise)}`)
  expect(await mcp.call('open')).toMatchObject({ speech: 'one', violations: [] })

  // the call after a change uses the new version
  write(
    cwd,
    'skill.mjs',
    `${noise}\n${saying("'two ' + process.pid", `if (event.request.type === 'IntentRequest') throw new Error('broken inside')`)}`,
  )
  const two = await mcp.call('open')
  expect(two.speech).toMatch(/^two \d+$/)
  expect((await mcp.call('say', { intent: 'AMAZON.HelpIntent' })).violations).toEqual([
    expect.stringMatching(/^skill-error: .*broken inside.* \(skill\.mjs:\d+:\d+\)$/),
  ])
  expect(await mcp.problem('say', { words: 'hello' })).toContain('call say with intent and slots')

  // so does the call after a change of the interaction model, which was not there
  for (const words of ['good evening', 'good night']) {
    write(cwd, 'skill-package/interactionModels/custom/en-US.json', modelWith(words))
    expect((await mcp.call('say', { words })).heard).toBe('GreetIntent')
  }

  expect(mcp.output.stderr).toContain('noise\n')
  expect(mcp.protocolErrors).toEqual([])
  // calls in parallel are answered in order
  const both = await Promise.all([mcp.call('open'), mcp.call<object>('turn')])
  expect(both).toMatchObject([{ turn: 6 }, { turn: 6 }])

  const processes = [mcp.pid, Number(/\d+/.exec(two.speech ?? '')?.[0])]
  expect(processes.map(isAlive)).toEqual([true, true])
  await mcp.client.close()
  await expect.poll(() => processes.map(isAlive)).toEqual([false, false])
})

it('ends without output when stdin is closed, even while it starts', () => {
  const cwd = folderWith({ 'skill.mjs': saying("'one'") })
  const { status, signal, stdout } = spawnSync(process.execPath, [bin, 'mcp', '--port', '0', '--skill', 'skill.mjs'], {
    cwd,
    input: '',
    encoding: 'utf8',
  })
  expect({ status, signal, stdout }).toEqual({ status: 0, signal: null, stdout: '' })
})

it('says how to start a skill at a URL', async () => {
  const console = await startConsole({ skill: 'http://127.0.0.1:9/alexa' })
  onTestFinished(() => console.close())
  const { state } = console.snapshot()
  expect(statusResult({ console, module: undefined }, state)).toMatchObject({
    page: console.url,
    skill: { name: 'http://127.0.0.1:9/alexa', status: 'unknown' },
    startSkillWith: { ALEXA_PROFILE_ENDPOINT: console.emulator.url },
  })
})

function isAlive(pid: number | null): boolean {
  try {
    return process.kill(pid ?? Number.NaN, 0)
  } catch {
    return false
  }
}
