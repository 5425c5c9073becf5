import { deepStrictEqual, strictEqual } from 'node:assert'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { checkSkillManifest } from '@alexa-profile/cli'

/** A skill that reads the email address without declaring its permission. */
const manifest = { manifest: { apis: { custom: {} }, permissions: [], manifestVersion: '1.0' } }
const rules: string[] = checkSkillManifest(manifest, { fields: ['email'] }).map(({ rule }) => rule)
strictEqual(rules.includes('scope-undeclared'), true)

writeFileSync('skill.json', JSON.stringify(manifest))
const manifestOfCli = createRequire(`${process.cwd()}/talk.js`).resolve('@alexa-profile/cli/package.json')
const command = manifestOfCli.replace('package.json', 'bin/alexa-profile.js')
const checked = spawnSync(process.execPath, [command, 'check', 'skill.json', '--fields', 'email'])
deepStrictEqual([checked.status, String(checked.stdout).includes('alexa::profile:email:read')], [1, true])

/** A coding agent with an older protocol version asks for the tools. They are listed before the skill exists. */
async function listTools() {
  const server = spawn(process.execPath, [command, 'mcp', '--skill', 'skill.mjs', '--port', '0'])
  const say = (message: object) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const clientInfo = { name: 'consumer', version: '1.0.0' }
  say({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } })
  say({ method: 'notifications/initialized' })
  say({ id: 2, method: 'tools/list' })
  let heard = ''
  server.stdout.on('data', (chunk) => {
    heard += String(chunk)
    if (heard.includes('"export_test"')) server.stdin.end()
  })
  const [exitCode] = await once(server, 'close')
  deepStrictEqual([exitCode, heard.includes('"set_situation"')], [0, true])
}

listTools().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(1)
  },
)
