import { onTestFinished } from 'vitest'
import type { ConsoleEvent, ConsoleSnapshot } from '../src/protocol/console-event.js'

export interface EventReader {
  snapshot(): Promise<ConsoleSnapshot>
  /** Resolves with the next event that matches. */
  next<Type extends ConsoleEvent['type']>(type: Type): Promise<Extract<ConsoleEvent, { type: Type }>>
}

/** Reads a console's stream of events as a browser does. */
export async function readEvents(url: string): Promise<EventReader> {
  const controller = new AbortController()
  onTestFinished(() => controller.abort())
  const response = await fetch(new URL('/console/events', url), { signal: controller.signal })
  const messages = read(response)
  return {
    async snapshot() {
      const { value } = await messages.next()
      if (value?.event !== 'snapshot') throw new Error('The stream does not begin with a snapshot.')
      return value.data as ConsoleSnapshot
    },
    async next<Type extends ConsoleEvent['type']>(type: Type) {
      for await (const { data } of { [Symbol.asyncIterator]: () => ({ next: () => messages.next() }) }) {
        const event = data as ConsoleEvent
        if (event.type === type) return event as Extract<ConsoleEvent, { type: Type }>
      }
      throw new Error(`The stream has ended without ${type}.`)
    },
  }
}

async function* read(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const messages = text.split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const lines = message.split('\n')
      const value = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
      const data = value('data')
      if (data !== undefined) yield { event: value('event') ?? 'message', data: JSON.parse(data) }
    }
  }
}
