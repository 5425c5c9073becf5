/** Loads what is built into one file with the SDK of the Model Context Protocol, which no other command needs. */
export async function loadToolServer(): Promise<typeof import('./mcp/tool-server.js')> {
  return import(new URL('../dist/mcp-server.mjs', import.meta.url).href)
}
