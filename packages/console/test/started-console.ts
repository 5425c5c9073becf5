import { onTestFinished } from 'vitest'
import { type AlexaConsole, type ConsoleEvent, type ConsoleOptions, startConsole } from '../src/index.js'
import type { ConsoleCommandName, ConsoleCommands } from '../src/protocol/console-command.js'
import type { TurnJson, TurnPage } from '../src/protocol/console-event.js'

export interface StartedConsole extends AlexaConsole {
  /** All events, in order. */
  readonly events: readonly ConsoleEvent[]
  /** Sends a command as the page does. */
  send<Name extends ConsoleCommandName>(name: Name, body: ConsoleCommands[Name]): Promise<Response>
  json(turnId: number): Promise<TurnJson>
  before(turnId: number): Promise<TurnPage>
}

/** Starts a console for one test. */
export async function startedConsole(options?: ConsoleOptions): Promise<StartedConsole> {
  const alexaConsole = await startConsole(options)
  onTestFinished(() => alexaConsole.close())
  const events: ConsoleEvent[] = []
  alexaConsole.subscribe((event) => events.push(structuredClone(event)))
  async function read<Body>(path: string): Promise<Body> {
    const response = await fetch(new URL(path, alexaConsole.url))
    return (await response.json()) as Body
  }
  return {
    ...alexaConsole,
    events,
    send: (name, body) =>
      fetch(new URL(`/console/commands/${name}`, alexaConsole.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-alexa-profile-console': '1' },
        body: JSON.stringify(body),
      }),
    json: (turnId) => read(`/console/turns/${turnId}/json`),
    before: (turnId) => read(`/console/turns/before/${turnId}`),
  }
}
