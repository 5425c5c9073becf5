import { deepStrictEqual as deepEqual } from 'node:assert'
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { functionArn, startAmazon } from './amazon.mjs'

/** @import { Starter } from './starters.mjs' */

const version = '2.30.7'
const cache = fileURLToPath(new URL('../node_modules/.cache/ask-cli/', import.meta.url))

/**
 * Deploys a starter with ask-cli, as its README says, to an Amazon on this machine. What arrives there is what
 * `ask-resources.json` says: a member that ask-cli does not know would be missing.
 *
 * @param {Starter} starter
 * @returns {Promise<string>} what the function is like
 */
export async function deployWithAskCli({ root }) {
  const home = mkdtempSync(join(tmpdir(), 'alexa-profile-ask-'))
  const amazon = await startAmazon()
  try {
    const project = join(home, 'skill')
    for (const part of ['ask-resources.json', 'skill-package', 'dist']) {
      cpSync(join(root, part), join(project, part), { recursive: true })
    }
    writeAccount(home)
    const environment = {
      PATH: process.env.PATH,
      HOME: home,
      ASK_SMAPI_SERVER_BASE_URL: amazon.url,
      AWS_ENDPOINT_URL: amazon.url,
      ASK_SHARE_USAGE: 'false',
      ASK_SKIP_NEW_VERSION_REMINDER: 'true',
    }
    const options = { cwd: project, env: environment, timeout: 120_000 }
    const askCli = installAskCli()
    await promisify(execFile)(process.execPath, [`${askCli}/dist/bin/ask.js`, 'deploy'], options)
    const { skillInfrastructure } = JSON.parse(readFileSync(join(root, 'ask-resources.json'), 'utf8')).profiles.default
    const { runtime, handler, lambda, skillEvents } = skillInfrastructure.userConfig
    const [created] = amazon.received('POST', /\/functions$/).map((body) => JSON.parse(String(body)))
    const { Runtime, Handler, MemorySize, Timeout, Code } = created
    deepEqual([Runtime, Handler, MemorySize, Timeout], [runtime, handler, lambda.memorySize, lambda.timeout])
    deepEqual(filesIn(Code.ZipFile, askCli), ['index.mjs'])
    const [manifest] = amazon.received('PUT', /\/manifest$/).map((body) => JSON.parse(String(body)).manifest)
    deepEqual(manifest.apis.custom.endpoint, { uri: functionArn })
    deepEqual(manifest.events, {
      endpoint: { uri: functionArn },
      subscriptions: skillEvents.subscriptions.map((/** @type {string} */ eventName) => ({ eventName })),
    })
    deepEqual(amazon.unknown(), [])
    return `${Runtime}, ${Handler}, ${MemorySize} MB, ${Timeout} s`
  } finally {
    amazon.stop()
    rmSync(home, { recursive: true })
  }
}

/** Writes an Amazon account and an AWS account as `ask configure` and `aws configure` do. */
function writeAccount(/** @type {string} */ home) {
  const token = { access_token: 'Atza|none', refresh_token: 'Atzr|none', token_type: 'bearer', expires_in: 3600 }
  const account = {
    token: { ...token, expires_at: '2099-01-01T00:00:00.000Z' },
    vendor_id: 'M1',
    aws_profile: 'default',
  }
  mkdirSync(join(home, '.ask'))
  writeFileSync(join(home, '.ask/cli_config'), JSON.stringify({ profiles: { default: account } }))
  mkdirSync(join(home, '.aws'))
  writeFileSync(join(home, '.aws/credentials'), '[default]\naws_access_key_id = none\naws_secret_access_key = none\n')
}

/**
 * @param {string} zip in Base64
 * @param {string} askCli whose dependency is able to read it
 * @returns {string[]}
 */
function filesIn(zip, askCli) {
  const AdmZip = createRequire(`${askCli}/package.json`)('adm-zip')
  return new AdmZip(Buffer.from(zip, 'base64')).getEntries().map((/** @type {any} */ { entryName }) => entryName)
}

/** @returns {string} the folder of the package */
function installAskCli() {
  const folder = `${cache}${version}`
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true })
    // the range that it asks for leads to 0.5.0-dev in some registries, which cannot be loaded
    writeFileSync(`${unfinished}/package.json`, '{ "private": true, "overrides": { "antlr4ts": "0.5.0-alpha.4" } }\n')
    console.log(`Installing ask-cli ${version}, once.`)
    execFileSync('npm', ['install', `ask-cli@${version}`, '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: unfinished,
      stdio: 'pipe',
    })
    renameSync(unfinished, folder)
  }
  return `${folder}/node_modules/ask-cli`
}
