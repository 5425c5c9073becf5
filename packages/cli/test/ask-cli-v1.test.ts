import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCli } from '../src/cli.js'
import { checkSkillPackage, skillPackageFiles } from '../src/skill-package.js'
import { folderWith } from './support/run-dev.js'

/** A manifest as in Amazon's samples for ask-cli v1. */
const manifest = (apis: object, more: object = {}) =>
  JSON.stringify({
    manifest: {
      manifestVersion: '1.0',
      publishingInformation: {
        locales: { 'en-US': { name: 'Table Talk', examplePhrases: ['Alexa open table talk'] } },
      },
      apis,
      ...more,
    },
  })

const deploySettings = (settings: object) => JSON.stringify({ deploy_settings: { default: settings } })
const model = JSON.stringify({ interactionModel: { languageModel: { invocationName: 'table talk', intents: [] } } })

interface Finding {
  readonly rule: string
  readonly message: string
  readonly line: number
}

/** Runs `check` in a folder with these files. */
async function check(files: Readonly<Record<string, string>>, ...args: string[]): Promise<readonly Finding[]> {
  return checkIn('.', files, ...args)
}

async function checkIn(place: string, files: Readonly<Record<string, string>>, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-v1-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  let output = ''
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      output += String(chunk)
      done()
    },
  })
  const host = { cwd: () => join(folder, place), env: {}, stdout, stderr: stdout, on: () => {}, off: () => {} }
  await runCli(['check', '--json', ...args], host as never)
  return (JSON.parse(output) as { findings: readonly Finding[] }).findings
}

const upgrade = /ask-cli v1.*"npx ask-cli util upgrade-project".*skill-package\/interactionModels\/custom/

describe('a project of ask-cli v1', () => {
  it.each<[what: string, files: Readonly<Record<string, string>>]>([
    [
      'with the folder of its code',
      {
        'skill.json': manifest({ custom: { endpoint: { sourceDir: 'lambda/custom' } } }),
        '.ask/config': deploySettings({ skill_id: '', was_cloned: false, merge: {} }),
        'models/en-US.json': model,
      },
    ],
    [
      'with the name of its function, an interface and an empty list of permissions',
      {
        'skill.json': manifest(
          {
            custom: {
              endpoint: { sourceDir: 'lambda/custom', uri: 'ask-table-talk-demo' },
              interfaces: [{ type: 'VIDEO_APP' }],
            },
          },
          { permissions: [] },
        ),
        'models/en-US.json': model,
      },
    ],
    [
      'whose endpoint is in .ask/config',
      {
        'skill.json': manifest({ custom: {} }, { permissions: [{ name: 'alexa::alerts:timers:skill:readwrite' }] }),
        '.ask/config': deploySettings({
          merge: { manifest: { apis: { custom: { endpoint: { uri: 'ask-table-talk-demo' } } } } },
        }),
      },
    ],
    ['that has only models', { 'skill.json': manifest({ custom: {} }), 'models/de-DE.json': model }],
    [
      'whose events go to the function by its name',
      {
        'skill.json': manifest(
          { custom: { endpoint: { sourceDir: 'lambda/custom', uri: 'ask-table-talk-demo' } } },
          { events: { endpoint: { uri: 'ask-table-talk-demo' }, subscriptions: [{ eventName: 'SKILL_DISABLED' }] } },
        ),
        'models/en-US.json': model,
      },
    ],
  ])('gets only the advice to upgrade: %s', async (_what, files) => {
    const findings = await check(files)
    expect(findings).toHaveLength(1)
    expect(findings).toMatchObject([{ rule: 'ask-cli-v1', message: expect.stringMatching(upgrade) }])
  })

  it('is found from the folder of its code', async () => {
    const code = { 'lambda/custom/index.js': '' }
    const files = { 'skill.json': manifest({ custom: {} }), 'models/de-DE.json': model, ...code }
    expect(await checkIn('lambda/custom', files)).toMatchObject([{ rule: 'ask-cli-v1' }])
    const ofAnother = { 'skill.json': manifest({ custom: {} }), ...code }
    await expect(checkIn('lambda/custom', ofAnother)).rejects.toThrow()
  })

  it('is accepted with --ignore', async () => {
    const files = { 'skill.json': manifest({ custom: {} }), 'models/de-DE.json': model }
    expect(await check(files, '--ignore', 'ask-cli-v1')).toEqual([])
  })

  it.each<[what: string, files: Readonly<Record<string, string>>, file?: string]>([
    ['of ask-cli v2', { 'skill-package/skill.json': manifest({ custom: {} }), 'models/en-US.json': model }],
    [
      'of ask-cli v2 with another folder',
      { 'skill.json': manifest({ custom: {} }), 'ask-resources.json': '{}', 'models/en-US.json': model },
    ],
    ['without ask-cli', { 'skill.json': manifest({ custom: {} }), 'models/user.ts': '' }],
  ])('is not recognized in a project %s', async (_what, files) => {
    expect(await check(files)).toEqual([])
  })
})

it('does not read a file that is named like the folder of models', () => {
  const folder = folderWith({ 'skill.json': manifest({}), models: '' })
  checkSkillPackage('skill.json', folder)
  expect(skillPackageFiles('skill.json', folder)).toContain(join(folder, 'models'))
})
