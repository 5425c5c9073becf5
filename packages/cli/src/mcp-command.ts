import { Command } from 'commander'
import type { CliHost } from './cli-host.js'
import { withSkillOptions } from './dev-command.js'
import type { SkillFlags } from './dev-session.js'

const examples = `
A coding agent starts this command. For Claude Code, write this to .mcp.json in the folder of the skill:
  { "mcpServers": { "alexa-profile": {
      "command": "npx", "args": ["alexa-profile", "mcp", "--skill", "src/index.ts"] } } }

Cursor reads the same from .cursor/mcp.json. VS Code reads .vscode/mcp.json, with "servers" in place of "mcpServers".

The tool "status" returns the address of a page on which you can watch the conversation. The skill's output is on stderr.

Exit codes:
  0  the agent has closed stdin, or a signal ended the command
  2  an invalid option
`

/** The command `alexa-profile mcp`. */
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
      const { mcp } = await import('./mcp/mcp.js') // loaded here, because only `mcp` needs the emulator and the protocol
      await mcp(flags, host)
    })
}
