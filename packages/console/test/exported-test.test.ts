import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exported, latestCard, project } from './exported.js'
import { orderModel } from './order-model.js'
import { startedConsole } from './started-console.js'
import { tableTalk } from './table-talk.js'

const email = 'alexa::profile:email:read'

describe('an exported test', () => {
  it('sends intents if it has no interaction model', async () => {
    const emulator = { skill: { interactionModels: { 'en-US': orderModel } } }
    const console = await startedConsole({ skill: tableTalk, emulator })
    await console.send('say', { words: 'ask me for my address' })
    await console.send('say', { words: 'yes' })
    const source = await exported(console)
    expect(source).toContain("await device.intent('AskIntent')")
    expect(source).toContain("await device.answerConsent('accept')")
    expect(source).not.toContain('.say(')
  })

  it('is rejected for a skill in TypeScript below a folder with a question mark, which cannot be loaded', async () => {
    const folder = await project()
    const tests = { folder, skillFile: join(folder, 'what?/skill.ts') }
    const console = await startedConsole({ tests, skill: () => ({ version: '1.0', response: {} }) })
    await console.send('open', {})
    const response = await console.send('save-test', {})
    expect([response.status, await response.json()]).toEqual([
      409,
      { message: expect.stringContaining('Rename the folder') },
    ])
    expect(await readdir(folder)).toEqual(['vitest.config.mjs'])
  })

  it('is not saved without a folder for tests', async () => {
    const console = await startedConsole({ skill: tableTalk })
    expect((await console.send('save-test', {})).status).toBe(409)
  })

  it('begins where the conversation was started over', async () => {
    const console = await startedConsole({ skill: tableTalk })
    await console.send('intent', { intent: 'BookTableIntent', slots: {} })
    await console.send('grant-card', { cardId: await latestCard(console) })
    for (const name of ['events-twice', 'events-late', 'slow']) await console.send('set-situation', { name, on: true })
    await console.send('start-over', {})
    await console.send('intent', { intent: 'BookTableIntent', slots: {} })
    const source = await exported(console)
    expect(source).toContain(`customer.grant('${email}')`)
    expect(source).not.toContain('cards[')
    expect(source).toContain(`emulator.situation('slow', { delayMs: 1000 })
  emulator.situation('events-twice')
  emulator.situation('events-late', { delayMs: 1800000 })`)
    expect(source).toContain("module = await import('./skill.js' as string)")
    await console.send('replay', { turnId: 1 })
    expect((await fetch(new URL('/console/exported.test.ts', console.url))).status).toBe(200)
  })

  it('is rejected if it needs a speaker whom only a program has added', async () => {
    const console = await startedConsole({ skill: tableTalk })
    console.emulator.customer.addSpeaker()
    await console.send('choose-speaker', { speakerId: 1 })
    const response = await fetch(new URL('/console/exported.test.ts', console.url))
    expect([response.status, await response.json()]).toEqual([409, { message: expect.stringContaining('a speaker') }])
  })
})
