import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { createTransport } from 'nodemailer'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCli } from '../src/cli.js'
import { folderWith, saying, spawnDev, startDev, write } from './support/run-dev.js'

const manifest = (...scopes: string[]) =>
  JSON.stringify({ manifest: { permissions: scopes.map((name) => ({ name })) } }, null, 2)

/** Asks for every permission, so that undeclared ones are found. */
const asking = `export const handler = async ({ context: { System } }) => {
  const scopes = ['alexa::profile:email:read', 'alexa::profile:name:read']
  const card = { type: 'AskForPermissionsConsent', permissions: scopes.slice(0, process.env.EMAIL_ONLY ? 1 : 2) }
  const outputSpeech = { type: 'PlainText', text: System.application.applicationId }
  return { version: '1.0', response: { outputSpeech, card } }
}`

describe("the local Alexa's knowledge of the skill", () => {
  it('comes from the skill package: the id, the interaction models, and declared permissions, even after a change', async () => {
    const cwd = folderWith({
      'src/skill.mjs': asking,
      'skill-package/skill.json': manifest('alexa::profile:email:read'),
      'skill-package/interactionModels/custom/de-DE.json': JSON.stringify({
        interactionModel: { languageModel: { invocationName: 'tisch', intents: [{ name: 'BookTableIntent' }] } },
      }),
      '.ask/ask-states.json': '{ "profiles": { "default": { "skillId": "amzn1.ask.skill.own" } } }',
    })
    const { open, notice, command, event, events } = await startDev(['--skill', 'src/skill.mjs', '--locale', 'de-DE'], {
      cwd,
    })
    expect((await open()).violations).toMatchObject([{ rule: 'consent-card-undeclared' }])

    write(cwd, 'skill-package/skill.json', manifest('alexa::profile:email:read', 'alexa::profile:name:read'))
    await notice(/skill-package\/skill\.json was read again/)
    expect(await open()).toMatchObject({ violations: [], speech: 'amzn1.ask.skill.own' })

    write(cwd, 'skill-package/skill.json', '{ "manifest": {')
    const { notice: broken } = await notice(/skill\.json cannot be read/)
    expect(broken.detail).toContain('skill.json:1:16 This is not valid JSON')
    expect((await open()).violations).toEqual([])

    const before = events().length
    await command('set-permission', { scope: 'alexa::profile:email:read', granted: true })
    const { state } = await event('state', () => true, before)
    expect(state).toMatchObject({ locale: 'de-DE', model: { invocationName: 'tisch' } })
  })

  it('is found from lambda, as Alexa-hosted skills have it', async () => {
    const folder = folderWith({
      'lambda/index.mjs': asking,
      'skill-package/skill.json': JSON.stringify({
        manifest: {
          publishingInformation: { locales: { 'de-DE': { name: 'Tisch' } } },
          permissions: [{ name: 'alexa::profile:email:read' }],
        },
      }),
    })
    const cwd = join(folder, 'lambda')
    const { open, event } = await startDev(['--skill', 'index.mjs'], { cwd })
    const turn = await open()
    expect(turn.violations).toMatchObject([{ rule: 'consent-card-undeclared' }])
    const { state } = await event('state')
    expect(state).toMatchObject({ locale: 'de-DE', locales: ['de-DE'] })
  })

  it.each(['manifest', 'skillManifest'])('is read from a project of ask-cli v1, with a hint: %s', async (member) => {
    const cwd = folderWith({
      'lambda/custom/index.mjs': saying('Object.keys(event.request.intent.slots).join()'),
      'skill.json': JSON.stringify({ [member]: { publishingInformation: { locales: { 'en-GB': {} } } } }),
      'models/en-GB.json': JSON.stringify({
        interactionModel: {
          languageModel: {
            invocationName: 'city guide',
            intents: [{ name: 'GuideIntent', samples: ['guide me'], slots: [{ name: 'city', type: 'AMAZON.City' }] }],
          },
        },
      }),
    })
    const { intent, event } = await startDev(['--skill', 'lambda/custom/index.mjs'], { cwd })
    expect((await intent('GuideIntent')).speech).toBe('city')
    const { notice } = await event('notice', (told) => told.notice.title.includes('ask-cli v1'))
    expect(notice.detail).toContain('npx ask-cli util upgrade-project')
  })

  it('includes every permission if there is no manifest, with a notice', async () => {
    const cwd = folderWith({ 'skill.mjs': asking })
    const { open } = await startDev(['--skill', 'skill.mjs'], { cwd })
    expect((await open()).violations).toEqual([])
  })
})

it('has the customer of the file, whose other fields are not set', async () => {
  const cwd = folderWith({
    'ann.json': '{ "givenName": "Änn", "mobileNumber": { "phoneNumber": "2065550100" } }',
    'skill.mjs': saying(
      'JSON.stringify(await Promise.all(["givenName", "email", "mobileNumber"].map(read)))',
      `const { apiEndpoint, apiAccessToken } = event.context.System
       const headers = { authorization: 'Bearer ' + apiAccessToken }
       const read = async (field) => {
         const response = await fetch(apiEndpoint + '/v2/accounts/~current/settings/Profile.' + field, { headers })
         return response.status === 200 ? response.json() : response.status
       }`,
    ),
  })
  const { open, command } = await startDev(['--skill', 'skill.mjs', '--customer', 'ann.json'], { cwd })
  for (const name of ['given_name', 'email', 'mobile_number']) {
    await command('set-permission', { scope: `alexa::profile:${name}:read`, granted: true })
  }
  expect(JSON.parse((await open()).speech ?? '')).toEqual(['Änn', 204, { phoneNumber: '2065550100' }])
})

it('has a mailbox, and reports emails', async () => {
  const cwd = folderWith({ 'skill.mjs': saying('"hello"') })
  const { ready, event } = await startDev(['--skill', 'skill.mjs'], { cwd })
  await createTransport(ready.mailbox).sendMail({
    from: 'a@example.com',
    to: 'ann@example.com',
    subject: 'Tisch für 4',
  })
  expect(await event('mail')).toMatchObject({ mail: { deliveredTo: ['ann@example.com'], subject: 'Tisch für 4' } })
})

describe('a skill at a URL', () => {
  it('gets signed requests, and the report names the certificate to trust', async () => {
    const signed: unknown[] = []
    const server = createServer((request, response) => {
      signed.push(request.headers.signaturecertchainurl, request.headers['signature-256'])
      response.end(JSON.stringify({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: 'hello' } } }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/alexa`
    const { ready, open } = await startDev(['--skill', url], { cwd: folderWith({}) })
    expect((await open()).speech).toBe('hello')
    expect(signed).toEqual([expect.stringContaining('https://s3.amazonaws.com/echo.api/'), expect.any(String)])
    expect(ready.signingRoot).toBe(`${ready.endpoint}/signing/root.pem`)
    expect(await (await fetch(ready.signingRoot ?? '')).text()).toContain('BEGIN CERTIFICATE')
  })

  it('may start later', async () => {
    const { open } = await startDev(['--skill', 'http://127.0.0.1:1/alexa'], { cwd: folderWith({}) })
    expect((await open()).violations).toMatchObject([{ rule: 'skill-unreachable' }])
  })
})

/** A free port whose next port is free, too. */
async function freePorts(): Promise<[number, number]> {
  for (;;) {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const next = createServer().listen(port + 1, '127.0.0.1')
    const isFree = await once(next, 'listening').then(
      () => true,
      () => false,
    )
    for (const each of [server, next]) each.close()
    if (isFree) return [port, port + 1]
  }
}

describe('the report for people', () => {
  it("names all addresses, and shows the skill's output and its errors", async () => {
    const cwd = folderWith({ 'skill.mjs': `console.log('printed')\n${saying('"hello"')}`, 'skill.json': manifest() })
    const { child, output, closed } = spawnDev(['--port', '0', '--skill', 'skill.mjs'], { cwd })
    await expect.poll(() => output.stdout).toContain('Ctrl-C ends it.')
    write(cwd, 'skill.mjs', 'throw new Error("broken")')
    await expect.poll(() => output.stdout).toContain('be reloaded when')
    child.kill('SIGINT')
    expect(await closed).toEqual([0, null])
    const port = (scheme: string) => expect.stringMatching(new RegExp(`${scheme}://127\\.0\\.0\\.1:\\d+/?$`))
    expect(output.stderr).toBe('')
    expect(output.stdout.split('\n').filter((line) => line.trim() !== '' && !/^ +at /.test(line))).toEqual([
      'printed',
      'skill.mjs is loaded',
      port('  Console {3}http'),
      '  Skill     skill.mjs',
      '  Manifest  skill.json',
      port('  Mailbox {3}smtp'),
      '  Ctrl-C ends it.',
      'skill.mjs cannot be loaded',
      '  Error: broken',
      '  It will be reloaded when one of its files changes.',
    ])
  })

  it('says how to start a skill at a URL', async () => {
    const { output } = spawnDev(['--port', '0', '--skill', 'http://127.0.0.1:3000/'], { cwd: folderWith({}) })
    await expect.poll(() => output.stdout).toContain('Ctrl-C ends it.')
    expect(output.stdout).toMatch(/Start the skill with ALEXA_PROFILE_ENDPOINT=http:\S+ and SMTP_URL=smtp:/)
    expect(output.stdout).toMatch(/make it trust http:\S+\/signing\/root\.pem/)
    expect(output.stdout).toContain('none found: every permission counts as declared')
  })

  it('gives no such advice to a script that also starts the skill', async () => {
    const [port, next] = await freePorts()
    const env = { ALEXA_PROFILE_ENDPOINT: `http://127.0.0.1:${port}`, SMTP_URL: `smtp://127.0.0.1:${next}` }
    const args = ['--port', `${port}`, '--skill', 'http://127.0.0.1:3000/']
    const { output } = spawnDev(args, { cwd: folderWith({}), env })
    await expect.poll(() => output.stdout).toContain('Ctrl-C ends it.')
    expect(output.stdout).toContain(`http://127.0.0.1:${port}`)
    expect(output.stdout).not.toContain('Start the skill')
    expect(output.stdout).not.toContain('make it trust')
  })
})

describe('exit code 2, with what to do on stderr', () => {
  const hello = ['--skill', 'hello.mjs']

  it.each<[string, Record<string, string>, string[], string]>([
    ['no skill', {}, [], "required option '--skill <url | module>' not specified"],
    ['no such file', {}, ['--skill', 'skill.mjs'], 'skill.mjs does not exist. Check the path'],
    ['a folder', { 'src/index.mjs': '' }, ['--skill', 'src'], 'src is a folder. Name the module in it'],
    ['another scheme', {}, ['--skill', 'ftp://127.0.0.1/'], 'neither an http(s) URL nor the path of a file'],
    ['an invalid URL', {}, ['--skill', 'http://'], 'is not a valid URL'],
    ['a password', {}, ['--skill', 'http://a:secret@127.0.0.1/'], 'must not contain a user name and password'],
    ['an invalid locale', {}, ['--skill', 'x', '--locale', 'german'], 'such as en-US'],
    ['an invalid port', {}, ['--skill', 'x', '--port', '70000'], 'from 0 to 65534'],
    ['an unknown option', {}, ['--skill', 'x', '--prot', '1'], 'Did you mean --port?'],
    ['no manifest', {}, [...hello, '--manifest', 'm.json'], 'm.json does not exist.'],
    [
      'a broken manifest',
      { 'm.json': '{\n"manifest": }' },
      [...hello, '--manifest', 'm.json'],
      'm.json:2:13 This is not valid JSON',
    ],
    ['another file', { 'm.json': '{}' }, [...hello, '--manifest', 'm.json'], 'm.json: This is not a skill manifest'],
    [
      'a strange permission',
      { 'm.json': manifest('email') },
      [...hello, '--manifest', 'm.json'],
      'm.json:4:7 Permissions must be a list',
    ],
    [
      'permissions that are not a list',
      { 'm.json': '{"manifest":{"permissions":{}}}' },
      [...hello, '--manifest', 'm.json'],
      'm.json:1:28 Permissions',
    ],
    [
      'a broken model',
      { 'skill.json': manifest(), 'interactionModels/custom/en-US.json': '{' },
      hello,
      'en-US.json:1:2',
    ],
    ['no customer', {}, [...hello, '--customer', 'c.json'], 'c.json does not exist.'],
    [
      'a customer of 6 MB',
      { 'c.json': `{ "givenName": "${'A'.repeat(6_000_000)}" }` },
      [...hello, '--customer', 'c.json'],
      "c.json has more than 5 MiB. Name a file with a customer's data.",
    ],
    ['a customer without end', {}, [...hello, '--customer', '/dev/zero'], '/dev/zero has more than 5 MiB.'],
    ['a broken customer', { 'c.json': '{' }, [...hello, '--customer', 'c.json'], 'c.json:1:2 This is not valid JSON'],
    [
      'a customer that is a list',
      { 'c.json': '[]' },
      [...hello, '--customer', 'c.json'],
      'c.json:1:1 The customer file must be an object. Its fields are name',
    ],
    [
      'an unknown key',
      { 'c.json': '{\n  "givenname": "x"\n}' },
      [...hello, '--customer', 'c.json'],
      'c.json:2:16 Unknown name "givenname". Did you mean "givenName"? Known names: name, givenName, email',
    ],
    [
      'a null',
      { 'c.json': '{"email": null}' },
      [...hello, '--customer', 'c.json'],
      'c.json:1:11 email must be a string in quotes. Leave it out',
    ],
    [
      'a number',
      { 'c.json': '{"mobileNumber": "+1"}' },
      [...hello, '--customer', 'c.json'],
      'mobileNumber must be an object such as {"countryCode"',
    ],
    [
      'half a number',
      { 'c.json': '{"mobileNumber": {}}' },
      [...hello, '--customer', 'c.json'],
      'mobileNumber must be an object such as {"countryCode"',
    ],
    [
      'a part that is not a string',
      { 'c.json': '{"mobileNumber": {"countryCode": 1, "phoneNumber": "1"}}' },
      [...hello, '--customer', 'c.json'],
      'c.json:1:34 mobileNumber.countryCode must be a string in quotes',
    ],
    [
      'a part too many',
      { 'c.json': '{"mobileNumber": {"number": "1"}}' },
      [...hello, '--customer', 'c.json'],
      'Unknown name "number". Known names: countryCode, phoneNumber',
    ],
  ])('%s', async (_, files, args, message) => {
    const cwd = folderWith({ 'hello.mjs': saying('"hello"'), ...files })
    const stderr = new PassThrough({ encoding: 'utf8' })
    const stdout = new PassThrough()
    const host = { stdout, stderr, cwd: () => cwd, env: {}, on: () => {}, off: () => {} }
    expect(await runCli(['dev', ...args], host)).toBe(2)
    expect(stdout.read()).toBe(null)
    const told = stderr.read()
    expect(told).toContain(message)
    expect(told).not.toMatch(/\n\s+at |This is a bug|secret/)
  })

  it('a port that is in use by another alexa-profile dev, which keeps running', async () => {
    const cwd = folderWith({ 'skill.mjs': saying('"hello"') })
    const { ready, open } = await startDev(['--skill', 'skill.mjs'], { cwd })
    const { port } = new URL(ready.url)
    const second = spawnDev(['--skill', 'skill.mjs', '--port', port], { cwd })
    expect((await second.closed)[0]).toBe(2)
    // The first command's mailbox may be on the port that the second command needs.
    expect(second.output.stderr).toMatch(
      /^alexa-profile: Port \d+ is in use\. It is needed for the (console|mailbox, which uses the port after --port)\. Stop the program that uses it, or choose another --port\.\n$/,
    )
    const third = spawnDev(['--skill', 'skill.mjs', '--port', String(Number(new URL(ready.mailbox).port) - 1)], { cwd })
    expect((await third.closed)[0]).toBe(2)
    expect(third.output.stderr).toContain('is in use. It is needed for the mailbox, which uses the port after --port.')
    expect((await open()).speech).toBe('hello')
  })
})

it('uses the next free ports if the usual ones are in use, and says so', async () => {
  const cwd = folderWith({ 'skill.mjs': saying('"hello"') })
  const blocker = createServer().listen(4141, '127.0.0.1')
  await new Promise((resolve) => blocker.once('listening', resolve).once('error', resolve)) // in use already, which is just as good
  onTestFinished(() => void blocker.close())
  const { child, output } = spawnDev(['--skill', 'skill.mjs'], { cwd })
  await expect.poll(() => output.stdout).toContain('Ctrl-C ends it.')
  const [, url = ''] = /Port 4141 or 4142 is in use, so the console is at (\S+)/.exec(output.stdout) ?? []
  const { port } = new URL(url)
  expect(Number(port)).toBeGreaterThan(4142)
  expect(output.stdout).toContain(`Console   ${url}`)
  expect(output.stdout).toContain(`Mailbox   smtp://127.0.0.1:${Number(port) + 1}`)
  expect((await fetch(url)).status).toBe(200)
  child.kill('SIGINT')
})
