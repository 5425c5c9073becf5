import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const read = (url: URL) => readFileSync(url, 'utf8')
const toml = read(new URL('./codex.toml', import.meta.url))
const value = (name: string) => JSON.parse(new RegExp(`^${name} = (.+)$`, 'm').exec(toml)?.[1] ?? 'null')
const skill = read(new URL('../../../packages/cli/skills/alexa-profile/SKILL.md', import.meta.url))

const registrations = {
  'Claude Code and Cursor': JSON.parse(read(new URL('./mcp.json', import.meta.url))).mcpServers['alexa-profile'],
  'VS Code': JSON.parse(read(new URL('./vscode.json', import.meta.url))).servers['alexa-profile'],
  Codex: { command: value('command'), args: value('args') },
  'the skill for agents': JSON.parse(/```json\n(.*?)```/s.exec(skill)?.[1] ?? '').mcpServers['alexa-profile'],
}

it.each(Object.entries(registrations))('the registration for %s starts the server', (_, { command, args }) => {
  expect(command).toBe('npx')
  expect(args).toEqual(registrations.Codex.args)
  expect(toml).toContain('[mcp_servers.alexa-profile]\n')
})

it('starts with these arguments, and ends when the agent closes stdin', () => {
  const [name, ...args] = registrations.Codex.args
  const manifest = createRequire(import.meta.url).resolve('@alexa-profile/cli/package.json')
  const bin = fileURLToPath(new URL(JSON.parse(readFileSync(manifest, 'utf8')).bin[name], `file://${manifest}`))
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { input: '', encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})
