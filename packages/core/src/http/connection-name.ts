let last: { readonly host: unknown; readonly port: unknown; readonly name: string } = { host: '', port: 0, name: '' }

/**
 * Returns what our own agents call the connections to a host and port. A request needs it five times, and most processes
 * have one host, so the last name is kept.
 */
export function connectionName(host: unknown, port: unknown): string {
  if (host !== last.host || port !== last.port) last = { host, port, name: `${host}:${port}` }
  return last.name
}
