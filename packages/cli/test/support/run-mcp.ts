import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'

export const bin = fileURLToPath(new URL('../../bin/alexa-profile.js', import.meta.url))

/** A turn as an agent gets it. */
export interface TurnResult {
  readonly heard: string
  readonly speech?: string
  readonly card?: { readonly asksFor?: readonly string[] }
  readonly consentQuestion?: readonly string[]
  readonly sessionOpen: boolean
  readonly violations: readonly string[]
  readonly api?: readonly string[]
  readonly mails?: readonly { readonly to: string; readonly text: string }[]
  readonly events?: readonly string[]
}

/** Starts the built executable as a coding agent does, and talks to it with the SDK's client. */
export async function startMcp(args: readonly string[], { cwd }: { cwd: string }) {
  const { NODE_PATH: _, ...env } = process.env // pnpm's NODE_PATH lets every folder resolve every package
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [bin, 'mcp', '--port', '0', ...args],
    cwd,
    stderr: 'pipe',
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? ''])),
  })
  const output = { stderr: '' }
  transport.stderr?.on('data', (chunk) => {
    output.stderr += String(chunk)
  })
  const client = new Client({ name: 'test', version: '1.0.0' })
  const protocolErrors: Error[] = []
  client.onerror = (error) => protocolErrors.push(error)
  await client.connect(transport)
  const results: { readonly name: string; readonly text: string }[] = []

  async function take(name: string, input: object) {
    const { content, structuredContent, isError = false } = await client.callTool({ name, arguments: { ...input } })
    const [first] = content
    const text = first?.type === 'text' ? first.text : ''
    results.push({ name, text })
    return { text, structuredContent, isError }
  }

  return {
    client,
    output,
    protocolErrors,
    /** The results of all calls so far. */
    results,
    pid: transport.pid,
    /** The data of a result; fails for an error. */
    async call<Data = TurnResult>(name: string, input: object = {}): Promise<Data> {
      const { text, structuredContent, isError } = await take(name, input)
      if (isError) throw new Error(`${name}: ${text}`)
      if (JSON.stringify(structuredContent) !== text)
        throw new Error(`The text of ${name} is not the JSON of its data: ${text}`)
      return structuredContent as Data
    },
    /** The message of a result that is an error. */
    async problem(name: string, input: object = {}): Promise<string> {
      const { text, isError } = await take(name, input)
      if (!isError) throw new Error(`${name} did not fail: ${text}`)
      return text
    },
  }
}

export type Mcp = Awaited<ReturnType<typeof startMcp>>
