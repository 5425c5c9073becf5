import type { Readable, Writable } from 'node:stream'
import { type CallToolResult, McpServer, type StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { type KnownNames, type ToolHandlers, type ToolName, toolsFor } from './tools.js'

export interface ToolServerOptions {
  readonly version: string
  readonly names: KnownNames
  readonly handlers: ToolHandlers
  readonly stdin: Readable
  readonly stdout: Writable
  /** Called with protocol errors that the client does not see. */
  readonly problem: (error: Error) => void
}

const instructions =
  'Talk to the Alexa skill of this project as a customer would, on a local Alexa. Begin with status. Each result is one turn: ' +
  'violations must be empty, and api shows which profile fields the skill read. Test every outcome of a read: ' +
  'permission missing and granted, value not set, throttled, slow, token-invalid.'

export interface ToolServer {
  /** Resolves when the client has closed stdin, or no longer reads. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/**
 * Serves the tools to a coding agent. This file and the SDK are built into `dist/mcp-server.mjs`, minified: see
 * tsdown.config.ts. Only `alexa-profile mcp` loads it.
 */
export function serveTools({ handlers, stdin, stdout, ...options }: ToolServerOptions): ToolServer {
  const transport = new StdioServerTransport(stdin, stdout)
  const { close } = serveStdio(() => toolServer(handlers, options), { transport, onerror: options.problem })
  const { onclose } = transport
  const ended = new Promise<void>((resolve) => {
    transport.onclose = () => {
      onclose?.()
      resolve()
    }
  })
  return { ended, close }
}

function toolServer(
  handlers: ToolHandlers,
  { version, names }: Pick<ToolServerOptions, 'version' | 'names'>,
): McpServer {
  const server = new McpServer({ name: 'alexa-profile', version }, { instructions })
  for (const [name, { description, input, readOnly }] of Object.entries(toolsFor(names))) {
    const inputSchema: StandardSchemaWithJSON = input
    server.registerTool(
      name,
      { description, inputSchema, annotations: { ...(readOnly && { readOnlyHint: true }), openWorldHint: false } },
      async (given: unknown): Promise<CallToolResult> => {
        const handle = handlers[name as ToolName] as (input: unknown) => Promise<Readonly<Record<string, unknown>>>
        try {
          const result = await handle(given)
          // clients that support structuredContent pass only that to the model, other clients only the text
          return { structuredContent: result, content: [{ type: 'text', text: JSON.stringify(result) }] }
        } catch (error) {
          const text = error instanceof Error ? error.message : String(error)
          return { isError: true, content: [{ type: 'text', text }] }
        }
      },
    )
  }
  return server
}
