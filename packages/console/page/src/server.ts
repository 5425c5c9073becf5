import { commandHeader } from '../../src/protocol/command-header.js'
import type { CommandRefusal, ConsoleCommandName, ConsoleCommands } from '../../src/protocol/console-command.js'
import type { TurnJson, TurnPage } from '../../src/protocol/console-event.js'

/** A command that the server rejected, with the reason for the developer. */
export class CommandError extends Error {
  override readonly name = 'CommandError'

  constructor(
    message: string,
    readonly nearest?: CommandRefusal['nearest'],
  ) {
    super(message)
  }
}

/**
 * Sends a command to the server.
 *
 * @throws {CommandError}
 */
export async function send<Name extends ConsoleCommandName>(name: Name, body: ConsoleCommands[Name]): Promise<void> {
  await request(`/console/commands/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [commandHeader]: '1' },
    body: JSON.stringify(body),
  })
}

export async function fetchEarlier(turnId: number): Promise<TurnPage> {
  return (await request(`/console/turns/before/${turnId}`)).json()
}

export async function fetchJson(turnId: number): Promise<TurnJson> {
  return (await request(`/console/turns/${turnId}/json`)).json()
}

export async function fetchExportedTest(): Promise<string> {
  return (await request('/console/exported.test.ts')).text()
}

async function request(path: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(path, options).catch(() => {
    throw new CommandError('The console does not respond. Is it still running?')
  })
  if (response.ok) return response
  const refusal: Partial<CommandRefusal> = await response.json().catch(() => ({}))
  throw new CommandError(refusal.message ?? `The console responded with status ${response.status}.`, refusal.nearest)
}
