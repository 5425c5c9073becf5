/** Loads the file that contains the tools and the SDK of the Model Context Protocol. Only `mcp` needs it. */
export async function loadToolServer(): Promise<typeof import('./mcp/tool-server.js')> {
  return import(new URL('../dist/mcp-server.mjs', import.meta.url).href)
}
