import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../src/cli.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alexa-profile-migrate-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com']
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' })
}

async function migrate(...args: string[]) {
  const output = { stdout: '', stderr: '' }
  const into = (name: keyof typeof output) =>
    new Writable({
      write(chunk, _encoding, done) {
        output[name] += chunk
        done()
      },
    })
  const host = {
    stdout: into('stdout'),
    stderr: into('stderr'),
    env: {},
    cwd: () => folder,
    on: () => {},
    off: () => {},
  }
  return { exitCode: await runCli(['migrate', ...args], host), ...output }
}

/** The reads that `--json` prints, without positions. */
async function readsIn(files: Readonly<Record<string, string>>) {
  write(files)
  const { stdout } = await migrate('--json')
  const { reads } = JSON.parse(stdout) as { reads: { kind: string; field?: string; level: string }[] }
  return reads.map(({ kind, field, level }) => [kind, field, level])
}

describe('finds reads', () => {
  it("with ask-sdk's service clients, for any variable name", async () => {
    const found = await readsIn({
      'index.js': `
        const ups = serviceClientFactory.getUpsServiceClient()
        const email = await ups.getProfileEmail()
        const name = await handlerInput.serviceClientFactory.getUpsServiceClient().getPersonsProfileGivenName()
        const zone = await ups.getSystemTimeZone(deviceId)
        const address = await client?.getFullAddress(deviceId)
      `,
    })
    expect(found).toEqual([
      ['ups-service-client', 'email', 'customer'],
      ['ups-service-client', 'givenName', 'speaker'],
      ['ups-service-client', 'timeZone', 'device'],
      ['device-address-service-client', 'address', 'device'],
    ])
  })

  it("only on Jovo's objects, also through a constant", async () => {
    const found = await readsIn({
      'v3.ts': `
        const email = await this.$alexaSkill!.$user.getEmail()
        const user = this.$alexaSkill.$user
        const address = await user.getDeviceAddress()
      `,
      'v4.ts': `
        const name = await this.$alexa?.$user.getSpeakerName()
        const zone = await this.$alexa.$device.getTimeZone()
        const mine = await database.user.getEmail()
      `,
    })
    expect(found).toEqual([
      ['jovo-3', 'email', 'customer'],
      ['jovo-3', 'address', 'device'],
      ['jovo-4', 'name', 'speaker'],
      ['jovo-4', 'timeZone', 'device'],
    ])
  })

  it("by paths of Alexa's API, even if the string is built from parts", async () => {
    const found = await readsIn({
      'index.mjs': `
        const email = await axios.get(\`\${apiEndpoint}/v2/accounts/~current/settings/Profile.email\`)
        const any = await fetch(host + '/v2/accounts/~current/settings/Profile.' + setting)
        const address = { hostname: 'api.amazonalexa.com', path: '/v1/devices/' + id + '/settings/address' }
        const code = \`/v1/devices/\${id}/settings/address/countryAndPostalCode\`
        const zone = \`/v2/devices/\${id}/settings/System.timeZone\`
        const mine = '/settings/addressBook'
      `,
    })
    expect(found).toEqual([
      ['hand-written', 'email', 'customer'],
      ['hand-written', undefined, 'customer'],
      ['hand-written', 'address', 'device'],
      ['hand-written', 'countryAndPostalCode', 'device'],
      ['hand-written', 'timeZone', 'device'],
    ])
  })

  it('with the facts that its syntax proves', async () => {
    write({
      'index.js': `
async function guarded() { try { return await ups.getProfileEmail() } catch { return undefined } }
async function caught() { return await ups.getProfileEmail().catch(() => undefined) }
async function open() { return await ups.getProfileEmail() }
function lost() { ups.getProfileEmail() }
const fixed = () => fetch('https://api.eu.amazonalexa.com/v2/accounts/~current/settings/Profile.name')
`,
    })
    const { exitCode, stdout } = await migrate()
    expect(exitCode).toBe(1)
    expect(stdout).toContain('index.js:2:47  email\n')
    expect(stdout).toContain('index.js:3:40  email\n')
    expect(stdout).toContain('index.js:4:38  email, errors are not caught\n')
    expect(stdout).toContain('index.js:5:19  email, errors are not caught, the result is not awaited\n')
    expect(stdout).toContain('name, errors are not caught, works in one region only, because the host is fixed\n')
    expect(stdout).toContain('5 reads, 0 edits at the skill builder\n')
  })

  it('only in source files, not in dependencies, builds or declarations', async () => {
    const reading = 'await ups.getProfileEmail()'
    const found = await readsIn({
      'node_modules/a/index.js': reading,
      'dist/index.js': reading,
      '.aws-sam/index.js': reading,
      'index.d.ts': 'declare const ups: { getProfileEmail(): Promise<string> }',
      'src/index.ts': reading,
    })
    expect(found).toEqual([['ups-service-client', 'email', 'customer']])
  })
})

const commonJs = `'use strict';
const Alexa = require('ask-sdk-core');

const skillBuilder = Alexa.SkillBuilders.custom();

/* The entry point */
exports.handler = skillBuilder
  .addRequestHandlers(Launch)   // in this order
  .withApiClient(new Alexa.DefaultApiClient())
  .lambda();
`

describe('with --write', () => {
  it('makes the two edits, and leaves the rest of the file unchanged', async () => {
    write({ 'lambda/index.js': commonJs })
    git('init')
    git('add', '.')
    git('commit', '-m', 'before')
    const { exitCode, stdout } = await migrate('--write')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('Edited')
    expect(stdout).toContain('npm install @alexa-profile/ask-sdk')
    expect(read('lambda/index.js')).toBe(`'use strict';
const Alexa = require('ask-sdk-core');
const { ProfileApiClient } = require('@alexa-profile/ask-sdk');

const skillBuilder = Alexa.SkillBuilders.custom();

/* The entry point */
const skill = skillBuilder
  .addRequestHandlers(Launch)   // in this order
  .withApiClient(new ProfileApiClient())
  .create();

exports.handler = async (event, context) => skill.invoke(event, context);
`)
    expect(await migrate()).toMatchObject({ exitCode: 0 })
  })

  it('writes TypeScript in TypeScript files, and removes an unused import', async () => {
    write({
      'index.ts': [
        'import { DefaultApiClient, SkillBuilders } from "ask-sdk-core"',
        'const skill = "a name that is taken"',
        'export const handler = SkillBuilders.custom().withApiClient(new DefaultApiClient()).lambda()',
        '',
      ].join('\r\n'),
    })
    await migrate('--write', '--force')
    expect(read('index.ts')).toBe(
      [
        'import { SkillBuilders } from "ask-sdk-core"',
        'import { ProfileApiClient } from "@alexa-profile/ask-sdk"',
        'const skill = "a name that is taken"',
        'const alexaSkill = SkillBuilders.custom().withApiClient(new ProfileApiClient()).create()',
        '',
        'export const handler = async (event: Parameters<typeof alexaSkill.invoke>[0], context: unknown) => alexaSkill.invoke(event, context)',
        '',
      ].join('\r\n'),
    )
  })

  it.each([
    ['an API client with options', 'withApiClient(new Alexa.DefaultApiClient({ a: 1 }))'],
    ['an API client of another module', 'withApiClient(new Other.DefaultApiClient())'],
  ])('does not edit %s', async (_, call) => {
    const text = `const Alexa = require('ask-sdk-core')\nmodule.exports = Alexa.SkillBuilders.custom().${call}\n`
    write({ 'index.js': text })
    expect(await migrate('--write', '--force')).toMatchObject({ exitCode: 0 })
    expect(read('index.js')).toBe(text)
  })

  it('lists a .lambda() in a function without editing it', async () => {
    const text = [
      "const Alexa = require('ask-sdk-core')",
      'function build() { return Alexa.SkillBuilders.custom().lambda() }',
      'exports.handler = build()',
      '',
    ].join('\n')
    write({ 'index.js': text })
    const { exitCode, stdout } = await migrate('--write', '--force')
    expect({ exitCode, text: read('index.js') }).toEqual({ exitCode: 1, text })
    expect(stdout).toContain('By hand\n  index.js:2:55  .lambda() → .create()')
    expect(stdout).toContain('0 reads, 0 edits at the skill builder; 1 change by hand\n')
  })

  it('does not edit a .lambda() that is not called on a skill builder', async () => {
    const text = "const Alexa = require('ask-sdk-core')\nexports.handler = framework.lambda()\n"
    write({ 'index.js': text })
    expect(await migrate('--write', '--force')).toMatchObject({ exitCode: 0 })
    expect(read('index.js')).toBe(text)
  })

  it.each([
    ['git does not track the folder', () => {}, 'git does not track this folder'],
    ['a file has changes', () => git('init'), 'index.js. Commit them first, or add --force.'],
  ])('writes nothing if %s', async (_, prepare, message) => {
    write({ 'index.js': commonJs })
    prepare()
    const { exitCode, stderr } = await migrate('--write')
    expect({ exitCode, text: read('index.js') }).toEqual({ exitCode: 2, text: commonJs })
    expect(stderr).toContain(message)
  })
})

describe('advice before the edits are deployed', () => {
  const hosted = { profiles: { default: { skillInfrastructure: { type: '@ask-cli/hosted-skill-deployer' } } } }
  const lambda = (runtime: string) => ({ profiles: { default: { skillInfrastructure: { userConfig: { runtime } } } } })

  it('names the folder whose package.json needs the package', async () => {
    write({ 'lambda/custom/index.js': commonJs, 'lambda/custom/package.json': '{}', 'package.json': '{}' })
    const { stdout } = await migrate()
    expect(stdout).toContain('  Install the package: npm install --prefix lambda/custom @alexa-profile/ask-sdk\n')
  })

  it.each([
    ['ask-resources.json', hosted, 'This is an Alexa-hosted skill. Amazon documents Node 16 for it'],
    ['ask-resources.json', lambda('nodejs12.x'), 'ask-resources.json names the runtime nodejs12.x'],
    ['.ask/config', lambda('nodejs8.10'), '.ask/config names the runtime nodejs8.10'],
  ])('says that Node may be too old in %s', async (name, project, note) => {
    write({ 'lambda/index.js': commonJs, [name]: JSON.stringify(project) })
    expect((await migrate('lambda')).stdout).toContain(`Node version\n  ${note}`)
    const { notes } = JSON.parse((await migrate('--json')).stdout)
    expect(notes).toEqual([expect.stringContaining('needs Node 20.19')])
  })

  it('ignores folders with the name of an ask-cli file', async () => {
    write({ 'index.js': commonJs, '.ask/config/x.json': '', 'ask-resources.json/x.json': '' })
    expect(await migrate()).toMatchObject({ exitCode: 1, stderr: '' })
  })

  it('shows no note if the version is new enough, or if nothing has to change', async () => {
    write({ 'lambda/index.js': commonJs, 'ask-resources.json': JSON.stringify(lambda('nodejs22.x')) })
    expect((await migrate()).stdout).not.toContain('Node version')
    write({ 'lambda/index.js': '', 'ask-resources.json': JSON.stringify(hosted) })
    expect((await migrate()).stdout).toBe("No code here reads the profile or the device's settings.\n")
  })
})

describe('a file or path that cannot be read', () => {
  it('is listed, and the other files are still searched', async () => {
    write({
      'broken.js': 'const = ;',
      'index.js': 'await ups.getProfileEmail()',
      'long.js': `x = "${'a'.repeat(1_000_000)}"`,
    })
    const { exitCode, stdout } = await migrate('--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ skipped: ['broken.js', 'long.js'], written: false })
    const { stdout: report } = await migrate('broken.js')
    expect(report).toBe(
      "Not parsed\n  broken.js\n\nNo file that could be parsed reads the profile or the device's settings.\n",
    )
  })

  it('ends the command if the path does not exist, or is a folder without source files', async () => {
    expect(await migrate('lamda')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('lamda does not exist'),
    })
    expect(await migrate()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('migrate lambda') })
  })
})
