import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { version } from '../package.json'
import { runCli } from '../src/cli.js'
import { changed, soundManifest } from './sound-manifest.js'

const bin = fileURLToPath(new URL('../bin/alexa-profile.js', import.meta.url))
const starter = fileURLToPath(new URL('../../../apps/jovo-starter', import.meta.url))
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const guide = readFileSync(new URL('../../../docs/guide/console.md', import.meta.url), 'utf8')
const escapeSequence = '\u001b['

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alexa-profile-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

/** Runs the built executable as users do. */
function run(args: readonly string[], { cwd = folder, env = {} } = {}) {
  const { FORCE_COLOR: _, NO_COLOR: __, ...rest } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...rest, ...env },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function write(name: string, content: unknown): string {
  const data = Buffer.isBuffer(content) || typeof content === 'string' ? content : JSON.stringify(content, null, 2)
  writeFileSync(join(folder, name), data)
  return name
}

describe('exit code 0', () => {
  it("when nothing is found in the starter's manifest, which is at the usual place", () => {
    const args = ['check', '--fields', 'givenName,email', '--fields', 'mobileNumber', '--consent', 'card']
    expect(run(args, { cwd: starter })).toEqual({
      status: 0,
      stdout: 'skill-package/skill.json: no problems found\n',
      stderr: '',
    })
  })

  it('for skill.json in the folder, if there is no skill-package', () => {
    write('skill.json', soundManifest)
    expect(run(['check'])).toMatchObject({ status: 0, stdout: 'skill.json: no problems found\n' })
    rmSync(join(folder, 'skill.json'))
  })

  it('for the skill-package beside lambda, as Alexa-hosted skills have it', () => {
    const project = mkdtempSync(join(folder, 'hosted-'))
    for (const name of ['lambda', 'skill-package']) mkdirSync(join(project, name))
    writeFileSync(join(project, 'skill-package/skill.json'), JSON.stringify(soundManifest))
    expect(run(['check'], { cwd: join(project, 'lambda') })).toMatchObject({ status: 0, stderr: '' })
  })

  it('for a file with a byte order mark and Windows line ends', () => {
    const file = write('bom.json', `\ufeff${JSON.stringify(soundManifest, null, 2).replaceAll('\n', '\r\n')}`)
    expect(run(['check', file, '--events', '--require-endpoint'])).toMatchObject({ status: 0, stderr: '' })
  })

  it('when all findings are ignored', () => {
    const file = write('unused.json', soundManifest)
    expect(run(['check', file, '--fields', 'email', '--ignore', 'scope-unused,scope-unknown']).status).toBe(0)
  })

  it('for --version and --help', () => {
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
    expect(run(['--help']).stdout).toMatch(/check \[options\] \[file\] +find mistakes in a skill's manifest/)
    const dev = run(['dev', '--help'])
    expect(dev).toMatchObject({ status: 0, stderr: '' })
    const options = [...dev.stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option)
    expect(options).toEqual([
      '--skill',
      '--manifest',
      '--customer',
      '--locale',
      '--port',
      '--test-skill',
      '--runtime',
      '--no-open',
      '--json',
    ])
    for (const option of options) expect(readme).toContain(`| \`${option}`)
    for (const option of options.slice(1)) expect(guide).toContain(`| \`${option}`)
    const help = run(['check', '--help'])
    expect(help).toMatchObject({ status: 0, stderr: '' })
    for (const text of [
      '--fields',
      '--speaker-fields',
      '--consent',
      '--events',
      '--json',
      'Examples:',
      'Exit codes:',
    ]) {
      expect(help.stdout).toContain(text)
    }
  })
})

describe('exit code 1, with the place of each finding', () => {
  it('grouped by rule, errors first, with a count, and no colour in a pipe', () => {
    const permissions = [{ name: 'alexa::profile:name:read' }, { name: 'alexa::profileemailread' }]
    const file = write('found.json', changed('manifest/permissions', permissions))
    const { status, stdout, stderr } = run(['check', file, '--fields', 'email', '--speaker-fields', 'givenName'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).not.toContain(escapeSequence)
    expect(stdout).toMatchInlineSnapshot(`
      "error scope-misspelt
        found.json:9:17  Unknown permission "alexa::profileemailread". Write "alexa::profile:email:read".
        https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/485

      error scope-undeclared
        found.json:4:20  The skill reads givenName without its permission. Declare { "name": "alexa::profile:given_name:read" }.
        https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/738

      error person-id-undeclared
        found.json:4:20  The skill reads the speaker's fields without their permission. Declare { "name": "alexa::person_id:read" }.
        https://developer.amazon.com/en-US/docs/alexa/custom-skills/person-profile-api-reference.html

      warning scope-unused
        found.json:6:17  The skill reads no field that needs "alexa::profile:name:read". Remove it.
        https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html

      4 problems: 3 errors, 1 warning
      "
    `)
  })

  it('for warnings alone too', () => {
    const { status, stdout } = run(['check', write('warning.json', soundManifest), '--fields', 'email'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/^warning scope-unused\n {2}warning\.json:6:17 {2}/)
    expect(stdout).toMatch(/\n1 problem: 1 warning\n$/)
  })

  it('as JSON for programs', () => {
    const file = write('json.json', changed('manifest/events'))
    const { status, stdout, stderr } = run(['check', file, '--events', '--json'], { env: { FORCE_COLOR: '1' } })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    const { findings } = JSON.parse(stdout)
    expect(findings).toHaveLength(3)
    expect(findings[2]).toEqual({
      file: 'json.json',
      line: 2,
      column: 15,
      rule: 'events-endpoint-missing',
      severity: 'error',
      message: expect.any(String),
      path: ['manifest', 'events', 'endpoint'],
      source: expect.stringMatching(/^https:/),
    })
  })

  it('as JSON without findings', () => {
    expect(run(['check', write('sound.json', soundManifest), '--json']).stdout).toBe('{\n  "findings": []\n}\n')
  })

  it('even if the reader stops early', () => {
    const command = `"${process.execPath}" "${bin}" check pipe.json | true; echo "\${PIPESTATUS[0]}"`
    write('pipe.json', changed('manifest/permissions', {}))
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' })
  })

  it('shows only the affected names from the file', () => {
    const file = write('secret.json', {
      manifest: {
        apis: { custom: { endpoint: { uri: 'http://secret' } } },
        events: { endpoint: { uri: 'arn:secret' }, subscriptions: 'secret' },
        permissions: [{ name: 'alexa::profile:email:read', note: 'secret' }, 'alexa::profile:name:read'],
        privacyAndCompliance: {
          isChildDirected: 'secret',
          locales: { 'en-US': { privacyPolicyUrl: 'http://secret' } },
        },
        publishingInformation: { locales: { 'en-US': { summary: 'secret' } } },
      },
    })
    const { status, stdout } = run(['check', file, '--json'])
    expect(status).toBe(1)
    expect(stdout.replaceAll('secret.json', '')).not.toContain('secret')
  })
})

describe('exit code 2, with nothing on stdout and what to do on stderr', () => {
  const file = (name: string, content: unknown) => () => ['check', write(name, content)]
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

  it.each<[string, () => string[], string]>([
    ['there is no manifest here', () => ['check'], 'or pass the file: alexa-profile check'],
    ['there is no such file', () => ['check', 'nowhere.json'], 'nowhere.json does not exist. Check the path'],
    ['a folder', () => ['check', folderWith('skill.json')], 'Name the file in it: folder/skill.json'],
    ['a folder without a manifest', () => ['check', '.'], '. is a folder. Name a file with a skill manifest.'],
    ['a file in the path', () => ['check', `${write('file', '')}/skill.json`], 'A part of the path is a file'],
    ['not JSON', file('comma.json', '{\n  "manifest": {},\n}'), 'comma.json:3:1 This is not valid JSON'],
    [
      'a comment',
      file('comment.json', '{} // note'),
      'comment.json:1:4 This is not valid JSON: JSON does not allow comments',
    ],
    ['UTF-16 with a mark', file('utf16.json', utf16('{"manifest":{}}')), 'utf16.json is encoded in UTF-16'],
    ['UTF-16 without one', file('utf16be.json', utf16('{}').subarray(2).swap16()), 'Save it as UTF-8'],
    ['Latin-1', file('latin1.json', Buffer.from('{"ä":1}', 'latin1')), 'latin1.json is not encoded in UTF-8'],
    ['an empty file', file('empty.json', ''), 'empty.json is empty'],
    ['a blank file', file('blank.json', '\ufeff \r\n'), 'blank.json is empty'],
    [
      'a list',
      file('list.json', '[]'),
      'list.json: This is not a skill manifest. It must be an object with the member',
    ],
    ['no manifest in it', file('none.json', '{"permissions":[]}'), 'none.json: This is not a skill manifest'],
    ['far too deep', file('deep.json', '['.repeat(200_000)), 'deep.json is nested too deeply'],
    [
      'an unknown field',
      () => ['check', '--fields', 'email,phone'],
      'Unknown field "phone". Known fields: name, givenName, email, mobileNumber',
    ],
    ['a misspelt field', () => ['check', '--fields', 'givenname'], 'Did you mean "givenName"?'],
    ['no field', () => ['check', '--fields', ''], 'Unknown field "".'],
    ['the email of a speaker', () => ['check', '--speaker-fields', 'email'], 'A speaker has no email address in Alexa'],
    ['an unknown way to ask', () => ['check', '--consent', 'mail'], 'Allowed choices are card, voice'],
    ['an unknown rule', () => ['check', '--ignore', 'scope-unusd'], 'Did you mean "scope-unused"?'],
    ['an unknown option', () => ['check', '--feilds', 'email'], 'Did you mean --fields?'],
    ['an option without its value', () => ['check', '--fields'], 'argument missing'],
    ['two files', () => ['check', 'a.json', 'b.json'], 'too many arguments'],
    ['an unknown command', () => ['chekc'], 'Did you mean check?'],
    ['no command', () => [], 'Usage: alexa-profile'],
  ])('%s', (_, args, message) => {
    const { status, stdout, stderr } = run(args())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/\n\s+at |This is a bug/)
  })

  function folderWith(name: string): string {
    mkdirSync(join(folder, 'folder'), { recursive: true })
    write(join('folder', name), '{}')
    return 'folder'
  }
})

describe('colours', () => {
  /** The parts of a terminal that decide on colours. */
  class Terminal extends Writable {
    readonly isTTY = true
    readonly getColorDepth = WriteStream.prototype.getColorDepth
    text = ''
    override _write(chunk: unknown, _encoding: string, done: () => void) {
      this.text += String(chunk)
      done()
    }
  }

  async function shown(): Promise<string> {
    const terminal = new Terminal()
    const host = { env: {}, on: () => {}, off: () => {}, stdout: terminal, stderr: terminal, cwd: () => folder }
    const file = join(folder, write('terminal.json', changed('manifest/permissions', {})))
    expect(await runCli(['check', file], host)).toBe(1)
    return terminal.text
  }

  it('are on for a terminal', async () => {
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'CI']) vi.stubEnv(name, undefined)
    vi.stubEnv('TERM', 'xterm-256color')
    expect(await shown()).toContain(escapeSequence)
  })

  it('are off with NO_COLOR', async () => {
    vi.stubEnv('FORCE_COLOR', undefined)
    vi.stubEnv('NO_COLOR', '1')
    expect(await shown()).not.toContain(escapeSequence)
  })
})
