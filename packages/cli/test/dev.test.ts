import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, saying, startDev, write } from './support/run-dev.js'

describe('a module', () => {
  it('responds and gets its environment, and its output is shown beside the events', async () => {
    const cwd = folderWith({
      'skill.mjs': `console.log('printed by the skill')\n${saying('[process.env.ALEXA_PROFILE_ENDPOINT, process.env.SMTP_URL, event.context.System.apiEndpoint, context.getRemainingTimeInMillis() > 7000, process.env.OWN].join(" ")')}`,
    })
    const { ready, open, end } = await startDev(['--skill', 'skill.mjs'], { cwd, env: { OWN: 'own', SMTP_URL: 'x' } })
    const answer = await open()
    expect(answer.violations).toEqual([])
    expect(answer.speech).toBe(`${ready.endpoint} ${ready.mailbox} ${ready.endpoint} true own`)
    const { code, stdout, stderr } = await end()
    expect(code).toBe(0)
    expect(stderr).toBe('printed by the skill\n')
    expect(stdout).not.toContain('printed by the skill')
  })

  it('is loaded again each time that an imported file changes, and when the file exists again', async () => {
    const cwd = folderWith({
      'skill.mjs': `import { word } from './lib/word.mjs'\n${saying('word')}`,
      'lib/word.mjs': "export const word = 'one'",
    })
    const { open, notice, events } = await startDev(['--skill', './skill.mjs'], { cwd })
    expect((await open()).speech).toBe('one')

    let seen = events().length
    write(cwd, 'lib/word.mjs', "export const word = 'two'")
    await notice(/is reloaded/, seen)
    expect((await open()).speech).toBe('two')

    seen = events().length
    for (let count = 0; count < 20; count += 1) write(cwd, 'lib/word.mjs', `export const word = 'save ${count}'`)
    await notice(/is reloaded/, seen)
    expect((await open()).speech).toBe('save 19')

    seen = events().length
    write(cwd, 'lib/word.mjs', 'export const word = ')
    const { notice: broken } = await notice(/cannot be loaded/, seen)
    expect(broken).toMatchObject({ level: 'error', detail: expect.stringContaining('SyntaxError') })
    expect((await open()).violations).toMatchObject([{ rule: 'skill-error' }])

    seen = events().length
    rmSync(join(cwd, 'lib'), { recursive: true })
    await notice(/cannot be loaded/, seen)
    write(cwd, 'lib/word.mjs', "export const word = 'three'")
    await notice(/is reloaded/, seen)
    expect((await open()).speech).toBe('three')

    seen = events().length
    renameSync(join(cwd, 'skill.mjs'), join(cwd, 'moved.mjs'))
    await notice(/was deleted/, seen)
    expect((await open()).speech).toBe('three')
    renameSync(join(cwd, 'moved.mjs'), join(cwd, 'skill.mjs'))
    await notice(/is reloaded/, seen)
  })

  it('may be CommonJS, whose files are also watched', async () => {
    const cwd = folderWith({
      'index.js': `const { word } = require('./word')\n${saying('word').replace('export const handler', 'exports.handler')}`,
      'word.js': "exports.word = 'one'",
    })
    const { open, notice } = await startDev(['--skill', 'index.js'], { cwd })
    expect((await open()).speech).toBe('one')
    write(cwd, 'word.js', "exports.word = 'two'")
    await notice(/is reloaded/)
    expect((await open()).speech).toBe('two')
  })
})
