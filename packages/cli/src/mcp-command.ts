import { Command } from 'commander'
import type { CliHost } from './cli-host.js'
import { withSkillOptions } from './dev-command.js'
import type { SkillFlags } from './dev-session.js'

const examples = `
A coding agent starts it. For Claude Code, write this to .mcp.json in the folder of the skill:
  { "mcpServers": { "alexa-profile": {
      "command": "npx", "args": ["alexa-profile", "mcp", "--skill", "src/index.ts"] } } }

Cursor reads the same from .cursor/mcp.json. VS Code reads .vscode/mcp.json, with "servers" in place of "mcpServers".

The tool "status" names a page on which you can watch the conversation. What the skill prints is on stderr.

Exit codes:
  0  the agent has closed stdin, or a signal came
  2  a wrong option
`

/** `alexa-profile mcp` */
export function mcpCommand(host: CliHost): Command {
  const command = new Command('mcp')
    .summary('let a coding agent talk to a skill, with a local Alexa')
    .description(
      'Runs a skill as "dev" does, and serves it to a coding agent over the Model Context Protocol: the agent talks to the skill, ' +
        'grants and revokes permissions, makes the profile API fail, and reads what the skill requested.',
    )
  return withSkillOptions(command)
    .addHelpText('after', examples)
    .action(async (flags: SkillFlags) => {
      const { mcp } = await import('./mcp/mcp.js') // only now: it brings the SDK of the protocol
      await mcp(flags, host)
    })
}
